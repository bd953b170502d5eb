package pim.define;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/// What is built in, which enters through the door of a plugin: files under `META-INF/services`.
public final class Services {
    private Services() {}

    /// The services of a kind that Pimlico itself offers. The build writes what the files say as code, for to look for them takes longer than a short
    /// run; where it has not, they are looked for.
    public static <T> List<T> builtIn(Class<T> kind) {
        Supplier<Object[]> written = Written.find(kind, "Providers");
        if (written == null) return of(kind, Services.class.getClassLoader());
        var services = new ArrayList<T>();
        for (var service : written.get()) services.add(kind.cast(service));
        return List.copyOf(services);
    }

    /// Those that `loader` itself has, and not the loaders above it.
    ///
    /// @throws java.util.ServiceConfigurationError if one cannot be used
    public static <T> List<T> of(Class<T> kind, ClassLoader loader) {
        return ServiceLoader.load(kind, loader).stream().filter(p -> p.type().getClassLoader() == loader).map(ServiceLoader.Provider::get).toList();
    }
}
