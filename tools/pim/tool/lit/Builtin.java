package pim.tool.lit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A command that the shell itself carries out.
@FunctionalInterface
interface Builtin {
    /// @return the exit status
    /// @throws CommandException when it is used in a way that the shell does not know
    int run(List<String> arguments, ShellState state, InputStream in, PrintStream out, PrintStream err) throws IOException, CommandException;

    /// Those that change the shell or the file system: LLVM's lit lets them stand in no pipeline and behind no `env` and `not --crash`.
    Set<String> ALONE = Set.of("cd", "pushd", "popd", "export", "umask", "ulimit", ":", "mkdir", "rm");

    /// A command of its own it is one of these as well; in a pipeline LLVM's lit runs the program of that name.
    String ECHO = "echo";

    Map<String, Builtin> ALL = all();

    private static Map<String, Builtin> all() {
        var all = new HashMap<>(StateCommands.ALL);
        all.putAll(FileCommands.ALL);
        return all;
    }

    /// Options of one letter, options that are words, and operands, in any order.
    record Arguments(Set<String> options, Map<String, String> values, List<String> operands) {
        /// @param flags letters of options, each with a `:` behind it when it takes a value
        /// @param words options that are words, with their dashes
        static Arguments parse(String command, List<String> arguments, String flags, Set<String> words) throws CommandException {
            var parsed = new Arguments(new java.util.HashSet<>(), new HashMap<>(), new ArrayList<>());
            for (int i = 0; i < arguments.size(); i++) {
                var argument = arguments.get(i);
                if (words.contains(argument)) {
                    parsed.options.add(argument);
                } else if (argument.equals("--")) {
                    parsed.operands.addAll(arguments.subList(i + 1, arguments.size()));
                    break;
                } else if (!argument.startsWith("-") || argument.length() == 1) {
                    parsed.operands.add(argument);
                } else {
                    for (int at = 1; at < argument.length(); at++) {
                        var letter = argument.substring(at, at + 1);
                        int known = letter.equals(":") ? -1 : flags.indexOf(letter);
                        if (known < 0) throw new CommandException("Unsupported: '" + command + "': option " + argument + " not recognized");
                        parsed.options.add(letter);
                        if (!flags.startsWith(":", known + 1)) continue;
                        var value = argument.substring(at + 1);
                        if (value.isEmpty()) {
                            if (++i == arguments.size())
                                throw new CommandException("Unsupported: '" + command + "': option -" + letter + " requires argument");
                            value = arguments.get(i);
                        }
                        parsed.values.put(letter, value);
                        break;
                    }
                }
            }
            return parsed;
        }

        boolean has(String option) {
            return options.contains(option);
        }
    }
}
