package pim.tool.lit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.tool.ScratchFolder;

/// `cat`, `mkdir` and `rm`, as far as tests use them.
final class FileCommands {
    static final Map<String, Builtin> ALL = Map.of("cat", FileCommands::cat, "mkdir", FileCommands::mkdir, "rm", FileCommands::rm);

    private FileCommands() {}

    private static int cat(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws IOException,
        CommandException {
        var parsed = Builtin.Arguments.parse("cat", arguments, "v", Set.of("--show-nonprinting"));
        boolean visible = parsed.has("v") || parsed.has("--show-nonprinting");
        if (parsed.operands().isEmpty()) in.transferTo(out);
        for (var name : parsed.operands()) {
            var file = state.resolve(name);
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                err.println("cat: " + name + ": " + (Files.isDirectory(file) ? "Is a directory" : Files.exists(file) ? "Permission denied"
                    : "No such file or directory"));
                return 1;
            }
            if (visible) writeVisibly(Files.readAllBytes(file), out);
            else Files.copy(file, out);
        }
        return 0;
    }

    /// Control characters as `^X`, bytes above 127 as `M-` and what they are without the highest bit.
    private static void writeVisibly(byte[] bytes, PrintStream out) {
        for (byte value : bytes) {
            int c = Byte.toUnsignedInt(value);
            if (c == '\t' || c == '\n') {
                out.write(c);
                continue;
            }
            if (c > 127) out.print("M-");
            c &= 127;
            if (c < ' ') out.print("^" + (char) (c + 64));
            else if (c == 127) out.print("^?");
            else out.write(c);
        }
    }

    private static int mkdir(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        var parsed = Builtin.Arguments.parse("mkdir", arguments, "p", Set.of());
        if (parsed.operands().isEmpty()) throw new CommandException("Error: 'mkdir' is missing an operand");
        int status = 0;
        for (var name : parsed.operands()) {
            var folder = state.resolve(name);
            try {
                if (parsed.has("p")) Files.createDirectories(folder);
                else if (!Files.isDirectory(folder)) Files.createDirectory(folder);
            } catch (IOException e) {
                err.println("mkdir: cannot make '" + name + "': " + reason(e));
                status = 1;
            }
        }
        return status;
    }

    private static int rm(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        var parsed = Builtin.Arguments.parse("rm", arguments, "frR", Set.of("--recursive"));
        if (parsed.operands().isEmpty()) throw new CommandException("Error: 'rm' is missing an operand");
        boolean recursive = parsed.has("r") || parsed.has("R") || parsed.has("--recursive");
        int status = 0;
        for (var name : parsed.operands()) {
            var path = state.resolve(name);
            if (parsed.has("f") && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) continue;
            try {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(path);
                } else if (recursive) {
                    ScratchFolder.delete(path);
                } else {
                    err.println("rm: '" + name + "' is a directory");
                    status = 1;
                }
            } catch (IOException e) {
                err.println("rm: cannot remove '" + name + "': " + reason(e));
                status = 1;
            }
        }
        return status;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "No such file or directory";
            case FileAlreadyExistsException _ -> "File exists";
            default -> e.getMessage();
        };
    }
}
