package pim.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A new folder that is deleted with all that is in it.
public record ScratchFolder(Path path) implements AutoCloseable {
    /// @param name how its name begins
    public static ScratchFolder create(String name) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(name));
    }

    /// The name of a file in it.
    public String file(String name) {
        return path.resolve(name).toString();
    }

    @Override public void close() throws IOException {
        delete(path);
    }

    /// Deletes what is at `path`, folders with all that is in them.
    public static void delete(Path path) throws IOException {
        try (var entries = Files.walk(path)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) Files.delete(entry);
        }
    }
}
