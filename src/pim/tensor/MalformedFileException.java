package pim.tensor;

import java.io.IOException;
import java.nio.file.Path;

/// A file whose bytes are not what its format asks for. The message is one line for the file's user and does not repeat the path.
public final class MalformedFileException extends IOException {
    private final Path path;

    public MalformedFileException(Path path, String message) {
        super(message);
        this.path = path;
    }

    public Path path() {
        return path;
    }
}
