package pim.tool.lit;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The commands that change the state of the shell, and those that touch nothing at all.
final class StateCommands {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([abefnrtv\\\\'\"])|x([0-9a-fA-F]{1,2})|(0?[0-7]{1,3}))");
    private static final String LETTERS = "abefnrtv";
    private static final String LETTER_VALUES = "\u0007\b\u001b\f\n\r\t\u000b";

    static final Map<String, Builtin> ALL = Map.of("cd", StateCommands::enter, "pushd", StateCommands::push, "popd", StateCommands::pop,
        "export", StateCommands::export, "umask", StateCommands::umask, "ulimit", StateCommands::limit, Builtin.ECHO, StateCommands::echo,
        ":", (_, _, _, _, _) -> 0, "true", (_, _, _, _, _) -> 0, "false", (_, _, _, _, _) -> 1);

    private StateCommands() {}

    private static void expect(int count, String name, List<String> arguments) throws CommandException {
        if (arguments.size() != count) throw new CommandException("'" + name + "' takes " + switch (count) {
            case 0 -> "no arguments";
            case 1 -> "one argument";
            default -> count + " arguments";
        } + ", not " + arguments.size());
    }

    private static int enter(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        expect(1, "cd", arguments);
        state.enter(arguments.getFirst());
        return 0;
    }

    private static int push(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        expect(1, "pushd", arguments);
        var before = state.directory();
        state.enter(arguments.getFirst());
        state.pushed().push(before);
        return 0;
    }

    private static int pop(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        expect(0, "popd", arguments);
        if (state.pushed().isEmpty()) throw new CommandException("popd: directory stack empty");
        state.enter(state.pushed().pop().toString());
        return 0;
    }

    private static int export(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        expect(1, "export", arguments);
        Invocation.assign(state, arguments);
        return 0;
    }

    private static int umask(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        expect(1, "umask", arguments);
        if (!arguments.getFirst().matches("[0-7]{1,4}"))
            throw new CommandException("Error: 'umask': '" + arguments.getFirst() + "' is no octal number");
        state.umask(Integer.parseInt(arguments.getFirst(), 8) & 0777);
        return 0;
    }

    /// Limits memory (`-v`) and stack (`-s`) in KB, open files (`-n`), and the size of files (`-f`) in bytes.
    private static int limit(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws CommandException {
        expect(2, "ulimit", arguments);
        var value = arguments.get(1);
        if (!arguments.getFirst().matches("-[vnsf]"))
            throw new CommandException("'ulimit' does not support option: " + arguments.getFirst());
        if (!value.matches("unlimited|\\d{1,15}")) throw new CommandException("Error: 'ulimit': '" + value + "' is no number");
        // The shell counts blocks of 512 bytes.
        boolean blocks = arguments.getFirst().equals("-f") && !value.equals("unlimited");
        state.limit(arguments.getFirst(), blocks ? String.valueOf(Long.parseLong(value) / 512) : value);
        return 0;
    }

    private static int echo(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) {
        boolean escapes = false;
        boolean newline = true;
        while (!arguments.isEmpty() && List.of("-e", "-n").contains(arguments.getFirst())) {
            if (arguments.getFirst().equals("-e")) escapes = true;
            else newline = false;
            arguments = arguments.subList(1, arguments.size());
        }
        var text = String.join(" ", arguments) + (newline ? "\n" : "");
        var bytes = escapes ? unescaped(text) : text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        return 0;
    }

    private static byte[] unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            char c;
            if (match.group(2) != null) c = (char) Integer.parseInt(match.group(2), 16);
            else if (match.group(3) != null) c = (char) (Integer.parseInt(match.group(3), 8) & 0xFF);
            else {
                int letter = LETTERS.indexOf(match.group(1));
                c = letter < 0 ? match.group(1).charAt(0) : LETTER_VALUES.charAt(letter);
            }
            return java.util.regex.Matcher.quoteReplacement(String.valueOf(c));
        }).getBytes(StandardCharsets.UTF_8);
    }
}
