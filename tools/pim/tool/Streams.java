package pim.tool;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a command reads and writes: its working directory, environment variables, standard input, output and error.
///
/// @param directory that of this process when it is null, which takes no file system to be made ready
public record Streams(Path directory, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
    /// With the environment of this process.
    public Streams(Path directory, InputStream in, PrintStream out, PrintStream err) {
        this(directory, System.getenv(), in, out, err);
    }

    /// The streams of this process. Both printers are buffered; [#flush()] before the process ends.
    public static Streams ofProcess() {
        return new Streams(null, System.in, buffered(FileDescriptor.out, false), buffered(FileDescriptor.err, true));
    }

    @Override public Path directory() {
        return directory == null ? Path.of("") : directory;
    }

    /// `path` as the command's user means it: relative to the working directory of the command.
    public Path resolve(String path) {
        return directory().resolve(path);
    }

    /// The same as [#resolve] for one that is read or written at once. Whether a name beyond ASCII can be that of a file, a path knows alone.
    public File file(String path) {
        return directory == null && isAscii(path) ? new File(path) : resolve(path).toFile();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > '~') return false;
        return true;
    }

    /// A path as a message shows it: without the working directory where it lies in that.
    public String shown(String path) {
        var resolved = Path.of(path);
        boolean inside = directory != null && !directory.toString().isEmpty() && resolved.startsWith(directory) && !resolved.equals(directory);
        return inside ? directory.relativize(resolved).toString() : path;
    }

    public void flush() {
        out.flush();
        err.flush();
    }

    /// @param byLine whether each line is written at once, so that messages come before the output that follows them where both go to one place
    private static PrintStream buffered(FileDescriptor descriptor, boolean byLine) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), byLine, StandardCharsets.UTF_8);
    }
}
