package pim.tool;

import java.io.IOException;
import java.util.List;

/// A command of Pimlico: what a launcher starts, and what a lit test runs inside the test's own JVM.
///
/// Tools are listed in [Tools]. They touch neither `System.out` nor the process's working directory, so that many
/// can run side by side in one JVM.
public interface Tool {
    /// As `pom.xml` has it. To look it up in the jar takes classes that no other start of a tool needs.
    String VERSION = "0.1.0";

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

    /// What `--version` prints.
    default String version() {
        return name() + " " + VERSION;
    }
}
