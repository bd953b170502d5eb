package pim.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A command of Pimlico: what a launcher starts, and what a lit test runs inside the test's own JVM.
///
/// Tools are services. They touch neither `System.out` nor the process's working directory, so that many
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
        var version = Tool.class.getPackage().getImplementationVersion();
        return version == null ? name() : name() + " " + version;
    }

    /// The tool called `name`, by its name or an alias, or null. Tools are services, but they are all in one place: to ask each library on the class
    /// path for more would open it, which takes longer than everything else that a quick run does.
    static Tool named(String name) throws IOException {
        try (var list = Tool.class.getResourceAsStream("/META-INF/services/" + Tool.class.getName())) {
            for (var line : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList()) {
                var tool = (Tool) Class.forName(line).getConstructor().newInstance();
                if (tool.name().equals(name) || tool.aliases().contains(name)) return tool;
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
