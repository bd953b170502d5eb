package pim.tool.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What the commands of one test inherit and some of them change: the working directory, the environment, the umask and limits.
final class ShellState {
    private final Map<String, String> environment;
    private final Deque<Path> pushed;
    private final Map<String, String> limits;
    private Path directory;
    private int umask = -1;

    ShellState(Path directory, Map<String, String> environment) {
        this(directory, new TreeMap<>(environment), new ArrayDeque<>(), new LinkedHashMap<>());
    }

    private ShellState(Path directory, Map<String, String> environment, Deque<Path> pushed, Map<String, String> limits) {
        this.directory = directory;
        this.environment = environment;
        this.pushed = pushed;
        this.limits = limits;
    }

    /// The same with an environment of its own, for `env`.
    ShellState copy() {
        var copy = new ShellState(directory, new TreeMap<>(environment), pushed, limits);
        copy.umask = umask;
        return copy;
    }

    Path directory() {
        return directory;
    }

    Path resolve(String path) {
        return directory.resolve(path);
    }

    void enter(String path) throws CommandException {
        var folder = directory.resolve(path).normalize();
        if (!Files.isDirectory(folder)) throw new CommandException("cd: no such folder: '" + path + "'");
        directory = folder;
    }

    Deque<Path> pushed() {
        return pushed;
    }

    Map<String, String> environment() {
        return environment;
    }

    void umask(int mask) {
        umask = mask;
    }

    /// @param option the option of the shell's `ulimit`
    void limit(String option, String value) {
        limits.put(option, value);
    }

    /// Shell commands that bring a process into this state, empty where every process is.
    String preparation() {
        var text = new StringBuilder();
        if (umask >= 0) text.append(String.format("umask %03o; ", umask));
        limits.forEach((option, value) -> text.append("ulimit ").append(option).append(' ').append(value).append("; "));
        return text.toString();
    }

    /// Creates a file that a command's output is redirected to.
    void create(Path file) throws IOException {
        if (umask < 0 || Files.exists(file)) return;
        Files.createFile(file);
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (var permission : PosixFilePermission.values()) {
            int bit = 8 - permission.ordinal();
            boolean executes = permission.name().endsWith("EXECUTE");
            if (!executes && (umask >> bit & 1) == 0) permissions.add(permission);
        }
        Files.setPosixFilePermissions(file, permissions);
    }
}
