package pim.tool;

import java.io.IOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/// A command of Pimlico: what a launcher starts, and what a lit test runs inside the test's own JVM.
///
/// Tools are listed in [Tools]. They touch neither `System.out` nor the process's working directory, so that many
/// can run side by side in one JVM.
public interface Tool {
    /// The name of the launcher, `pim-opt` for example.
    String name();

    /// Other names under which lit tests and launchers know the command.
    default List<String> aliases() {
        return List.of();
    }

    /// Runs the command.
    ///
    /// @return the exit status: 0 the input is good, 1 the input is bad, 2 the usage is bad
    int run(List<String> arguments, Streams io) throws IOException;

    /// The name and, when it runs from the jar, the version: what `--version` prints.
    default String version() {
        // A package that the boot loader has loaded does not know its manifest.
        try (var jar = new JarFile(System.getProperty("java.class.path"))) {
            var version = jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return version == null ? name() : name() + " " + version;
        } catch (IOException e) {
            return name();
        }
    }
}
