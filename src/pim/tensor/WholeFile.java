package pim.tensor;

import java.io.BufferedOutputStream;
import java.io.File;
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

    /// [#write(File, Content)] of a path.
    public static void write(Path path, Content content) throws IOException {
        write(path.toFile(), content);
    }

    /// Replaces `file`. When `content` fails, `file` is as it was before and no temporary file is left.
    /// A device or a pipe cannot be replaced and is written to.
    ///
    /// Paths and all that `java.nio` has to do with them take longer to make ready than a small file to write; they are left to what goes wrong.
    ///
    /// @throws FileSystemException if it cannot be written; it names `file`, whatever file was in the way
    public static void write(File file, Content content) throws IOException {
        if (file.isDirectory()) throw new FileSystemException(file.getPath(), null, "Is a directory");
        if (file.exists() && !file.isFile()) {
            write(file, file, content);
            return;
        }
        var folder = file.getAbsoluteFile().getParentFile();
        if (folder != null && !folder.isDirectory()) throw new FileSystemException(file.getPath(), null, "there is no folder " + folder);
        var temporary = temporary(folder, file);
        try {
            write(temporary, file, content);
            if (!temporary.renameTo(file)) move(temporary, file);
        } finally {
            // Nothing is to be said of a file that nobody knows.
            temporary.delete();
        }
    }

    /// A new file in `folder`, which nobody else writes to.
    private static File temporary(File folder, File file) throws IOException {
        try {
            for (long number = System.nanoTime();; number++) {
                var temporary = new File(folder, ".pimlico-" + Long.toUnsignedString(number, 36));
                if (temporary.createNewFile()) return temporary;
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void move(File temporary, File file) throws IOException {
        try {
            Files.move(temporary.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void write(File file, File named, Content content) throws IOException {
        try (var out = new BufferedOutputStream(new NamedStream(file, named), 1 << 16)) {
            content.writeTo(out);
        }
    }

    private static FileSystemException failure(File file, IOException e) {
        var reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return new FileSystemException(file.getPath(), null, e instanceof NoSuchFileException || reason == null ? "cannot be written" : reason);
    }

    /// Failures to write name the file that the user knows; those of reading what is to be written stay what they are.
    private static final class NamedStream extends OutputStream {
        private final OutputStream out;
        private final File named;

        NamedStream(File file, File named) throws IOException {
            this.named = named;
            this.out = open(file, named);
        }

        private static OutputStream open(File file, File named) throws IOException {
            try {
                return new FileOutputStream(file);
            } catch (FileNotFoundException e) {
                // A channel, which takes longer to make ready, tells why.
                try {
                    return Files.newOutputStream(file.toPath());
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
