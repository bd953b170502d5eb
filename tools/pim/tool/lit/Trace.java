package pim.tool.lit;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a test ran and what that printed, in the form of LLVM's lit.
final class Trace {
    private final StringBuilder text = new StringBuilder();

    void note(String line) {
        text.append(line).append('\n');
    }

    void command(List<String> words, byte[] out, byte[] err, int status) {
        note("# executed command: " + String.join(" ", words.stream().map(Trace::quoted).toList()));
        if (status == 0 && out.length == 0 && err.length == 0) return;
        box("command stdout", out);
        box("command stderr", err);
        if (out.length == 0 && err.length == 0) note("# note: command had no output on stdout or stderr");
        if (status != 0) note("# error: command failed with exit status: " + status);
    }

    private void box(String title, byte[] bytes) {
        var output = new String(bytes, StandardCharsets.UTF_8);
        if (output.isBlank()) return;
        note("# .---" + title + "-".repeat(26 - title.length()));
        output.lines().forEach(line -> note("# | " + line));
        note("# `---" + "-".repeat(26));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+|!") ? word : "'" + word.replace("'", "'\"'\"'") + "'";
    }

    @Override public String toString() {
        return text.toString();
    }
}
