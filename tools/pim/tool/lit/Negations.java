package pim.tool.lit;

import java.util.List;

/// The `not` and `not --crash` in front of a command.
///
/// `not` turns success and failure round, but a crash stays a failure; `not --crash` succeeds only when the command crashes.
record Negations(List<String> words) {
    int status(int status) {
        int i = 0;
        while (i < words.size() && words.get(i).equals("not")) i += isCrash(i) ? 2 : 1;
        for (int end = i; end > 0; end--) {
            if (words.get(end - 1).equals("--crash")) {
                status = status > Shell.SIGNALLED ? 0 : 1;
                end--;
            } else {
                status = status == 0 || status > Shell.SIGNALLED ? 1 : 0;
            }
        }
        return status;
    }

    /// The command behind them.
    static List<String> strip(List<String> words) {
        while (!words.isEmpty() && words.getFirst().equals("not")) {
            words = words.subList(new Negations(words).isCrash(0) ? 2 : 1, words.size());
        }
        return words;
    }

    private boolean isCrash(int at) {
        return at + 1 < words.size() && words.get(at + 1).equals("--crash");
    }
}
