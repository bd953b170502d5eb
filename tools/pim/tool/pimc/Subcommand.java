package pim.tool.pimc;

import java.io.IOException;
import pim.tool.Streams;

/// One of the commands of `pimc`.
interface Subcommand {
    /// Runs the command, its options being set.
    ///
    /// @return the exit status, 0 or 1
    /// @throws pim.diagnose.CompileFailure after an error has been reported
    /// @throws IOException                 if a file cannot be read or written, or is malformed; the caller says so
    int run(Streams io) throws IOException;
}
