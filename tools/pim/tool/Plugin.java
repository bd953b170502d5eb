package pim.tool;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import pim.define.Dialect;
import pim.define.Registry;
import pim.define.Services;
import pim.define.format.AssemblyFormat;
import pim.dialect.sim.timing.TimingModel;
import pim.interpret.Interpreter;
import pim.pass.NamedPipeline;
import pim.pass.Pass;
import pim.pass.PassRegistry;
import pim.pass.Step;
import pim.tensor.MalformedFileException;

/// A jar with dialects, passes, pipelines, interpreters and timing models of others: what its files under `META-INF/services` name. Its classes have a loader of
/// their own, so that two plugins do not meet.
final class Plugin {
    static final List<Class<?>> SERVICES = List.of(Dialect.class, Pass.class, NamedPipeline.class, Interpreter.class, TimingModel.class);
    private static final Pattern NEWER_CLASS = Pattern.compile("(\\S+) has been compiled by a more recent version .*class file version (\\d+).*");
    /// What the number of a class file is above that of the Java it is for.
    private static final int CLASS_FILE_OFFSET = 44;

    private final Path jar;
    private final ClassLoader loader;

    private Plugin(Path jar, ClassLoader loader) {
        this.jar = jar;
        this.loader = loader;
    }

    /// The plugin in the file.
    ///
    /// @throws MalformedFileException if it is no jar, or one that offers nothing
    /// @throws IOException            if it cannot be read
    static Plugin open(Path jar) throws IOException {
        if (!Files.exists(jar)) throw new NoSuchFileException(jar.toString());
        if (Files.isDirectory(jar)) throw new MalformedFileException(jar, "this is a folder, not a jar");
        try (var zip = new ZipFile(jar.toFile())) {
            if (SERVICES.stream().noneMatch(service -> zip.getEntry("META-INF/services/" + service.getName()) != null)) {
                throw new MalformedFileException(jar, "this jar is not a plugin: it has no "
                    + SERVICES.stream().map(s -> "META-INF/services/" + s.getName()).collect(Collectors.joining(", ")));
            }
        } catch (ZipException e) {
            throw new MalformedFileException(jar, "this is not a jar: " + e.getMessage());
        }
        return new Plugin(jar, new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getSystemClassLoader()));
    }

    /// Adds what the plugin offers but for interpreters.
    ///
    /// @throws MalformedFileException if something cannot be used, or has the name of what is there already
    void addTo(Registry registry, PassRegistry passes) throws MalformedFileException {
        for (var dialect : services(Dialect.class)) {
            claim(registry.dialect(dialect.namespace()) == null, "dialect", dialect.namespace());
            registry.add(dialect);
            // A mistake in a definition is the plugin's: it is looked for here, and not when the op is first met.
            check(dialect, () -> registry.definitions(dialect).forEach(AssemblyFormat::of));
        }
        for (var pass : services(Pass.class)) {
            claim(!passes.names().contains(pass.name()), "pass", pass.name());
            check(pass, () -> new Step.Run(pass).toString());
            passes.add(pass);
        }
        for (var pipeline : services(NamedPipeline.class)) {
            claim(!passes.names().contains(pipeline.name()), "pipeline", pipeline.name());
            passes.add(pipeline);
        }
        for (var model : services(TimingModel.class)) claim(TimingModel.named(model.name(), registry).isEmpty(), "timing model", model.name());
        registry.addServices(loader);
    }

    /// The interpreters that the plugin offers.
    ///
    /// @throws MalformedFileException if one cannot be used
    List<Interpreter> interpreters() throws MalformedFileException {
        return services(Interpreter.class);
    }

    private void claim(boolean free, String kind, String name) throws MalformedFileException {
        if (!free) throw new MalformedFileException(jar, "this plugin brings the " + kind + " '" + name
            + "', but something of that name is there already");
    }

    private void check(Object offered, Runnable use) throws MalformedFileException {
        try {
            use.run();
        } catch (IllegalArgumentException | LinkageError e) {
            throw new MalformedFileException(jar, "the plugin's " + offered.getClass().getName() + " cannot be used: " + reason(e));
        }
    }

    /// What the plugin itself offers of the kind.
    private <T> List<T> services(Class<T> kind) throws MalformedFileException {
        try {
            return Services.of(kind, loader);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new MalformedFileException(jar, "the plugin cannot be used: " + reason(e));
        }
    }

    private static String reason(Throwable e) {
        var message = String.valueOf(e.getMessage());
        var newer = NEWER_CLASS.matcher(message);
        if (newer.matches()) {
            return newer.group(1).replace('/', '.') + " is compiled for Java " + (Integer.parseInt(newer.group(2)) - CLASS_FILE_OFFSET)
                + ", and this is Java " + Runtime.version().feature();
        }
        if (e instanceof NoClassDefFoundError) return "it needs a class that is not there, " + message.replace('/', '.');
        var cause = e.getCause();
        return cause == null || cause == e ? message : message + ": " + cause;
    }
}
