package pim.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A new folder that is deleted with all that is in it when it is closed, or when the process is told to end before that.
public final class ScratchFolder implements AutoCloseable {
    private final Path path;
    private final Thread atExit = new Thread(this::abandon);

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /// @param name how its name begins
    public static ScratchFolder create(String name) throws IOException {
        var folder = new ScratchFolder(Files.createTempDirectory(name));
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        return folder;
    }

    public Path path() {
        return path;
    }

    /// The name of a file in it.
    public String file(String name) {
        return path.resolve(name).toString();
    }

    @Override public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            return; // The process is ending and deletes it.
        }
        delete(path);
    }

    private void abandon() {
        try {
            delete(path);
        } catch (IOException | UncheckedIOException _) {
            // Someone still writes there, and nobody is left to be told.
        }
    }

    /// Deletes what is at `path`, folders with all that is in them.
    public static void delete(Path path) throws IOException {
        try (var entries = Files.walk(path)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) Files.delete(entry);
        }
    }
}
