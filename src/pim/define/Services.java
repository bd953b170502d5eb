package pim.define;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;

/// What is built in, which enters through the door of a plugin: files under `META-INF/services`.
public final class Services {
    /// Finds of what the class path has by a name only the first, which is Pimlico's own. To look for more opens each library, and a short run is
    /// over before that.
    private static final ClassLoader OWN = new ClassLoader(Services.class.getClassLoader()) {
        @Override public Enumeration<URL> getResources(String name) throws IOException {
            var first = getResource(name);
            return first == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(first));
        }
    };

    private Services() {}

    /// The services of a kind that Pimlico itself offers. It has a file for each kind, be it an empty one.
    public static <T> List<T> builtIn(Class<T> kind) {
        return ServiceLoader.load(kind, OWN).stream().map(ServiceLoader.Provider::get).toList();
    }

    /// Those that `loader` itself has, and not the loaders above it.
    ///
    /// @throws java.util.ServiceConfigurationError if one cannot be used
    public static <T> List<T> of(Class<T> kind, ClassLoader loader) {
        return ServiceLoader.load(kind, loader).stream().filter(p -> p.type().getClassLoader() == loader).map(ServiceLoader.Provider::get).toList();
    }
}
