package pim.tensor;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all: into a temporary one beside it that takes its place when everything is written.
public final class WholeFile {
    @FunctionalInterface public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /// Makes the folder where it is not there yet, with those around it.
    ///
    /// @throws IOException if that cannot be; it names the folder and says why
    public static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new FileSystemException(folder.toString(), null, "a file of this name is in the way");
        } catch (FileSystemException e) {
            throw new FileSystemException(folder.toString(), null, "the folder cannot be made" + (e.getReason() == null ? "" : ": " + e.getReason()));
        }
    }

    /// Replaces `path`. When `content` fails, `path` is as it was before and no temporary file is left.
    /// A device or a pipe cannot be replaced and is written to.
    public static void write(Path path, Content content) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
                content.writeTo(out);
            }
            return;
        }
        var folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) throw new FileSystemException(path.toString(), null, "there is no folder " + folder);
        var temporary = path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId());
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                content.writeTo(out);
            }
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            // The temporary file is none that the user knows.
            throw new FileSystemException(path.toString(), null, e instanceof NoSuchFileException ? "cannot be written" : e.getReason());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
