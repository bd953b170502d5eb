package pim.tool.translate;

import java.io.IOException;
import pim.tool.Streams;

/// One of the things `pim-translate` does: a picocli command whose first option names it and takes the input file. Found through
/// [java.util.ServiceLoader];
/// a public no-argument constructor makes one for each run.
public interface Translation {
    /// The option that asks for this translation, `--import-onnx` for example.
    String flag();

    /// Translates, once the options are set. What is wrong with the input has been said on `io.err()`.
    ///
    /// @return the exit status, 0 or 1
    /// @throws IOException if a file cannot be read or written, or is malformed; the caller says so
    int translate(Streams io) throws IOException;
}
