package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Prints the input with what the checks found, and did not find, marked below its lines.
final class InputDump {
    static final String HELP = """
        The following description was requested by -dump-input=help to
        explain the input dump that shows the lines of the input with marks below them.

        --dump-input=always|fail|never says when, --dump-input-filter which lines,
        --dump-input-context how many around them; -v and -vv add marks.

          - L:     line number L of the input; a space behind a line stands for its newline
          - T:L    a directive of kind T in line L of the check file, or implicit pattern L when L begins with "imp"
          - T:L'N  result N of such a directive, where it has several
          - ^~~    a good match (with -v)
          - !~~    a bad match: of a -NOT directive, on a wrong line, or (with -vv) overlapping another -DAG match
          - X~~    the range searched where no match was found
          - ?      the place most like the pattern
          - .      lines of the input left out
          - colors with --color: good match, error, most like, discarded, input without a match
        """;

    private static final long DEFAULT_CONTEXT = 5L;

    private final Options options;
    private final Source input;
    private final List<Annotation> annotations;
    private final Diagnostics diagnostics;

    /// One line of marks: the part of an annotation on one line of the input.
    ///
    /// @param from the first column, from 1
    /// @param to the column behind the last one, or [#WHOLE_LINE]
    private record Mark(String label, int line, int from, int to, char lead, String note, boolean first, Annotation.Kind kind) {
        static final int WHOLE_LINE = Integer.MAX_VALUE;
    }

    InputDump(Options options, Source input, List<Annotation> annotations, Diagnostics diagnostics) {
        this.options = options;
        this.input = input;
        this.annotations = annotations;
        this.diagnostics = diagnostics;
    }

    void print() {
        var marks = marks();
        int lines = input.text().endsWith("\n") ? input.lines() - 1 : input.lines();
        lines = Math.max(lines, marks.stream().mapToInt(Mark::line).max().orElse(0));
        int width = Math.max(marks.stream().mapToInt(mark -> mark.label().length()).max().orElse(0), String.valueOf(lines).length()) + 3;
        var shown = shown(marks, lines);
        diagnostics.line("");
        diagnostics.line("Input file: " + input.name());
        diagnostics.line("Check file: " + options.checkFile);
        diagnostics.line("");
        diagnostics.line("-dump-input=help explains the following input dump.");
        diagnostics.line("");
        diagnostics.line("Input was:");
        diagnostics.line("<<<<<<");
        var hidden = new ArrayList<String>();
        int next = 0;
        for (int line = 1; line <= lines; line++) {
            var text = new ArrayList<String>();
            int firstMark = next;
            while (next < marks.size() && marks.get(next).line() == line) next++;
            var ofLine = marks.subList(firstMark, next);
            var number = " ".repeat(Math.max(0, width - String.valueOf(line).length())) + line + ": ";
            text.add(diagnostics.colored(Color.GRAY, number) + (diagnostics.colors() ? highlighted(line, ofLine) : shownText(line)) + "\n");
            for (var mark : ofLine) text.add(diagnostics.colored(mark.kind().color, draw(mark, width, lineWidth(line)) + "\n"));
            if (shown.get(line)) {
                flush(hidden, width);
                text.forEach(diagnostics::print);
            } else {
                hidden.addAll(text);
            }
        }
        flush(hidden, width);
        diagnostics.line(">>>>>>");
    }

    /// Three dots for what is left out, or the lines themselves where they are no more.
    private void flush(List<String> hidden, int width) {
        if (hidden.size() <= 3) hidden.forEach(diagnostics::print);
        else diagnostics.print(diagnostics.colored(Color.GRAY, (" ".repeat(width - 1) + ".\n").repeat(3)));
        hidden.clear();
    }

    /// A line in bold; with `-v`, what no pattern has matched stands out.
    private String highlighted(int line, List<Mark> marks) {
        var text = shownText(line);
        if (!options.verbose()) return diagnostics.colored(Color.BOLD, text);
        var result = new StringBuilder(Color.BOLD.begin).append(Color.ON_CYAN.begin);
        boolean matched = false;
        for (int i = 0; i < text.length(); i++) {
            int column = i + 1;
            boolean now = marks.stream().anyMatch(mark -> mark.kind() == Annotation.Kind.FOUND && mark.from() <= column && column < mark.to());
            if (now != matched) result.append(now ? Color.END : Color.ON_CYAN.begin);
            matched = now;
            result.append(text.charAt(i));
        }
        return result.append(Color.END).toString();
    }

    /// A line with a space for its newline.
    private String shownText(int line) {
        return input.lineText(line) + (line < input.lines() ? " " : "");
    }

    /// The columns of a line, its newline counted.
    private int lineWidth(int line) {
        return shownText(line).length();
    }

    /// Notes stand behind the end of the line, so that no mark seems to mean one.
    private static String draw(Mark mark, int width, int lineWidth) {
        var text = new StringBuilder(mark.label()).repeat(' ', width - mark.label().length()).append("  ").repeat(' ', mark.from() - 1);
        int end = Math.max(mark.from() + 1, Math.min(mark.to(), lineWidth + 1));
        text.append(mark.lead()).repeat('~', end - mark.from() - 1);
        if (!mark.note().isEmpty()) text.repeat(' ', Math.max(0, lineWidth + 1 - end)).append(' ').append(mark.note());
        return text.toString();
    }

    /// The lines to print: those the filter names, and some around them.
    private BitSet shown(List<Mark> marks, int lines) {
        var filter = options.dumpFilter();
        int context = (int) Math.min(lines, options.dumpContexts.stream().max(Comparator.naturalOrder()).orElse(DEFAULT_CONTEXT));
        var shown = new BitSet();
        if (filter == Options.Filter.ALL) shown.set(1, lines + 1);
        for (var mark : marks) {
            boolean wanted = filter == Options.Filter.ANNOTATION_FULL
                || mark.first() && (filter == Options.Filter.ANNOTATION || mark.kind().isError());
            if (wanted) shown.set(Math.max(1, mark.line() - context), Math.min(lines, mark.line() + context) + 1);
        }
        return shown;
    }

    /// The annotations cut into lines and ordered by them.
    private List<Mark> marks() {
        var counts = new HashMap<Integer, Integer>();
        for (var annotation : annotations) counts.merge(System.identityHashCode(annotation.pattern()), 1, Integer::sum);
        var indices = new HashMap<Integer, Integer>();
        var marks = new ArrayList<Mark>();
        for (var annotation : annotations) {
            var pattern = annotation.pattern();
            int identity = System.identityHashCode(pattern);
            int index = indices.merge(identity, 1, Integer::sum) - 1;
            var place = pattern.line() != 0 || pattern.directive().kind() == Directive.Kind.END
                ? String.valueOf(pattern.where().source().line(pattern.where().start()))
                : "imp" + (options.implicitCheckNot.indexOf(pattern.where().text()) + 1);
            var label = pattern.directive().shortName() + ":" + place + (counts.get(identity) > 1 ? "'" + index : "");
            var where = annotation.where();
            var kind = annotation.kind();
            var note = annotation.note().isEmpty() ? kind.text : annotation.note();
            // A note about a place rather than a range has no mark: the place says nothing about what the note says.
            char lead = annotation.note().isEmpty() || !where.isEmpty() ? kind.mark : ' ';
            int first = input.line(where.start());
            int last = input.line(where.end());
            for (int line = first; line <= last; line++) {
                int to = line == last ? input.column(where.end()) : Mark.WHOLE_LINE;
                if (line == first) marks.add(new Mark(label, line, input.column(where.start()), to, lead, note, true, kind));
                else if (to > 1) marks.add(new Mark(label, line, 1, to, '~', "", false, kind));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::line));
        return marks;
    }
}
