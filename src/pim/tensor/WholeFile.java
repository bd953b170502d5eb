package pim.tensor;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
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
    ///
    /// @throws FileSystemException if it cannot be written; it names `path`, whatever file was in the way
    public static void write(Path path, Content content) throws IOException {
        if (Files.isDirectory(path)) throw new FileSystemException(path.toString(), null, "Is a directory");
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            write(path, path, content);
            return;
        }
        var folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) throw new FileSystemException(path.toString(), null, "there is no folder " + folder);
        var temporary = path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId());
        try {
            write(temporary, path, content);
            try {
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw failure(path, e);
            }
        } finally {
            // Nothing is to be said of a file that nobody knows.
            temporary.toFile().delete();
        }
    }

    private static void write(Path file, Path named, Content content) throws IOException {
        try (var out = new BufferedOutputStream(new NamedStream(file, named), 1 << 16)) {
            content.writeTo(out);
        }
    }

    private static FileSystemException failure(Path path, IOException e) {
        var reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return new FileSystemException(path.toString(), null, e instanceof NoSuchFileException || reason == null ? "cannot be written" : reason);
    }

    /// Failures to write name the file that the user knows; those of reading what is to be written stay what they are.
    private static final class NamedStream extends OutputStream {
        private final OutputStream out;
        private final Path named;

        NamedStream(Path file, Path named) throws IOException {
            this.named = named;
            this.out = open(file, named);
        }

        private static OutputStream open(Path file, Path named) throws IOException {
            try {
                return new FileOutputStream(file.toFile());
            } catch (FileNotFoundException e) {
                // A channel, which takes longer to make ready, tells why.
                try {
                    return Files.newOutputStream(file);
                } catch (IOException why) {
                    throw failure(named, why);
                }
            }
        }

        @Override public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw failure(named, e);
            }
        }

        @Override public void close() throws IOException {
            out.close();
        }
    }
}
