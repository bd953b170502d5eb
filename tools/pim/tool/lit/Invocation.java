package pim.tool.lit;

import java.util.ArrayList;
import java.util.List;

/// A command without the words in front of it: `not`, `not --crash`, `!`, and `env` with its assignments.
///
/// `not` turns success and failure round, but a crash stays a failure; `not --crash` succeeds only when the command crashes; `!` and several
/// negations together look at success alone.
///
/// @param negations the `not`, `--crash` and `!`
/// @param state the state the command runs in: that of the shell, or a copy that `env` has changed
/// @param words empty for `env` alone
record Invocation(List<String> negations, ShellState state, List<String> words) {
    /// Exit statuses from here up to [#LAST_SIGNAL] are those of a command that a signal ended.
    private static final int FIRST_SIGNAL = 129;
    private static final int LAST_SIGNAL = 128 + 64;

    static Invocation of(List<String> words, ShellState shell) throws CommandException {
        var negations = new ArrayList<String>();
        var state = shell;
        while (!words.isEmpty()) {
            var first = words.getFirst();
            if (first.equals("env")) {
                if (state == shell) state = shell.copy();
                words = assign(state, words.subList(1, words.size()));
                if (words.isEmpty()) break;
            } else if (first.equals("not") || first.equals("!")) {
                negations.add(first);
                words = words.subList(1, words.size());
                if (first.equals("not") && !words.isEmpty() && words.getFirst().equals("--crash")) {
                    negations.add("--crash");
                    words = words.subList(1, words.size());
                }
                if (words.isEmpty()) throw new CommandException("Error: '" + first + "' requires a subcommand");
            } else {
                break;
            }
        }
        return new Invocation(negations, state, words);
    }

    /// Applies `-i`, `-u NAME` and `NAME=VALUE`; returns the words behind them.
    static List<String> assign(ShellState state, List<String> words) {
        int at = 0;
        for (; at < words.size(); at++) {
            var word = words.get(at);
            int equals = word.indexOf('=');
            if (word.equals("-i")) state.environment().clear();
            else if (word.equals("-u")) {
                if (++at < words.size()) state.environment().remove(words.get(at));
            } else if (equals >= 0) state.environment().put(word.substring(0, equals), word.substring(equals + 1));
            else break;
        }
        return words.subList(Math.min(at, words.size()), words.size());
    }

    boolean expectsCrash() {
        return negations.contains("--crash");
    }

    /// The exit status of the whole, where the command alone ends with `status`.
    int status(int status) {
        if (expectsCrash()) return nested(status);
        boolean crashed = isCrash(status);
        return switch (negations.size() % 2) {
            case 1 -> status == 0 || crashed && negations.equals(List.of("not")) ? 1 : 0;
            default -> negations.isEmpty() || status == 0 ? status : 1;
        };
    }

    /// Each `not` as a program of its own, the last one innermost.
    private int nested(int status) {
        for (int end = negations.size(); end > 0; end--) {
            if (negations.get(end - 1).equals("--crash")) {
                status = isCrash(status) ? 0 : 1;
                end--;
            } else {
                status = status == 0 || isCrash(status) ? 1 : 0;
            }
        }
        return status;
    }

    private static boolean isCrash(int status) {
        return status >= FIRST_SIGNAL && status <= LAST_SIGNAL;
    }
}
