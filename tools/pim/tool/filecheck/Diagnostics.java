package pim.tool.filecheck;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Prints messages the way LLVM's source manager does: place, text, source line, caret.
final class Diagnostics {
    enum Severity {
        ERROR(Color.RED), REMARK(Color.BLUE), NOTE(Color.GRAY);

        final Color color;

        Severity(Color color) {
            this.color = color;
        }
    }

    private static final int TAB = 8;
    private final PrintStream err;
    private final boolean colors;

    /// @param colors whether the terminal is to show colours
    Diagnostics(PrintStream err, boolean colors) {
        this.err = err;
        this.colors = colors;
    }

    /// Whether [#colored] does anything.
    boolean colors() {
        return colors;
    }

    String colored(Color color, String text) {
        return colors ? color.begin + text + Color.END : text;
    }

    void error(Slice where, String message) {
        print(Severity.ERROR, where.take(0), message);
    }

    void note(Slice where, String message) {
        print(Severity.NOTE, where.take(0), message);
    }

    /// A message without a place.
    void error(String message) {
        line("error: " + message);
    }

    /// Prints `message` at the start of `where`, with the rest of `where` on that line underlined.
    void print(Severity severity, Slice where, String message) {
        var source = where.source();
        int line = source.line(where.start());
        int column = source.column(where.start());
        print(colored(Color.BOLD, source.name() + ":" + line + ":" + column + ": ")
            + colored(severity.color, severity.name().toLowerCase(Locale.ROOT) + ": ") + colored(Color.BOLD, message + "\n"));
        var text = source.lineText(line);
        if (text.endsWith("\r")) text = text.substring(0, text.length() - 1);
        // Bytes beyond ASCII have no known width, so that no caret could be placed.
        if (text.chars().anyMatch(c -> c >= 128)) {
            line(text);
            return;
        }
        var shown = new StringBuilder();
        var caret = new StringBuilder();
        int last = column - 1 + Math.max(1, where.length());
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            char mark = i == column - 1 ? '^' : i >= column && i < last && i < text.length() ? '~' : ' ';
            int width = c == '\t' ? TAB - shown.length() % TAB : 1;
            if (i < text.length()) shown.repeat(c == '\t' ? ' ' : c, width);
            caret.repeat(mark, width);
        }
        line(shown.toString());
        print(colored(Color.GREEN, caret.toString().stripTrailing() + "\n"));
    }

    void line(String text) {
        print(text + "\n");
    }

    void print(String text) {
        err.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
