package pim.dialect.isa.format;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.isa.Configuration;
import pim.dialect.isa.Field;
import pim.dialect.isa.Parameter;
import pim.dialect.isa.ProgramHeader;
import pim.dialect.isa.ProgramSink;
import pim.ir.attr.Location;

/// What all texts of programs have in common: `.config NAME NUMBERS` says a number of the machine, `.core N groups NUMBERS` begins the program of a
/// core, `;` a comment. How an instruction is written the form of the text says.
final class ProgramText {
    static final String CONFIG = ".config", CORE = ".core", GROUPS = "groups";

    /// Reads the instruction of a line.
    @FunctionalInterface interface Form {
        void read(Line line, Draft draft);
    }

    private final SourceText source;
    private final Diagnostics diagnostics;

    private ProgramText(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        diagnostics.addSource(source);
    }

    /// Hands the program to `sink`.
    ///
    /// @throws pim.diagnose.CompileFailure when the text is no program; what is wrong has been reported with its place
    static void read(SourceText source, Diagnostics diagnostics, Form form, ProgramSink sink) throws IOException {
        var text = new ProgramText(source, diagnostics);
        var header = header(source, diagnostics);
        sink.begin(header);
        text.cores(header, form, sink);
        sink.end();
    }

    /// The first pass: the directives alone.
    static ProgramHeader header(SourceText source, Diagnostics diagnostics) {
        var values = new EnumMap<Parameter, List<Long>>(Parameter.class);
        var groups = new TreeMap<Integer, int[]>();
        var line = new Line(source, diagnostics);
        boolean empty = true;
        while (line.next()) {
            empty = false;
            if (line.skips(CONFIG)) configure(line, values);
            else if (line.skips(CORE)) core(line, values, groups);
        }
        if (empty) throw diagnostics.failure(new Location.File(source.path(), 1, 1), "expected " + CORE + " or " + CONFIG
            + ", but got no line that says anything");
        if (!values.containsKey(Parameter.CORE_CNT)) values.put(Parameter.CORE_CNT, List.of(groups.isEmpty() ? 1 : groups.lastKey() + 1L));
        return new ProgramHeader(new Configuration(values), groups);
    }

    private static void configure(Line line, EnumMap<Parameter, List<Long>> values) {
        var parameter = Parameter.of(line.peek());
        if (parameter == null) throw line.failure("expected one of " + Arrays.stream(Parameter.values()).map(Parameter::key).toList());
        if (values.containsKey(parameter)) throw line.lineFailure(parameter.key() + " has been said before");
        line.skip(parameter.key());
        var numbers = integers(line);
        line.expectEnd();
        var wrong = parameter.verify(numbers);
        if (wrong != null) throw line.lineFailure(wrong);
        values.put(parameter, Arrays.stream(numbers).boxed().toList());
    }

    private static void core(Line line, EnumMap<Parameter, List<Long>> values, TreeMap<Integer, int[]> groups) {
        long number = line.integer();
        var wrong = Field.CORE.verify(number);
        var count = values.get(Parameter.CORE_CNT);
        if (wrong == null && count != null && number >= count.getFirst()) {
            wrong = "expects a core within [0, " + count.getFirst() + "), but got " + number;
        }
        if (wrong != null) throw line.lineFailure(wrong);
        var crossbars = line.skips(GROUPS) ? integers(line) : new long[0];
        line.expectEnd();
        for (long n : crossbars) {
            if (n < 1 || n > Integer.MAX_VALUE) throw line.lineFailure("expects groups of 1 to " + Integer.MAX_VALUE + " crossbars, but got " + n);
        }
        var before = groups.put((int) number, Arrays.stream(crossbars).mapToInt(n -> (int) n).toArray());
        if (before != null) throw line.lineFailure("core " + number + " has two programs");
    }

    private static long[] integers(Line line) {
        var numbers = new LongArrayList();
        while (line.atInteger()) numbers.add(line.integer());
        return numbers.toLongArray();
    }

    private void cores(ProgramHeader header, Form form, ProgramSink sink) throws IOException {
        var draft = new Draft();
        var line = new Line(source, diagnostics);
        int groups = -1;
        while (line.next()) {
            if (line.skips(CONFIG)) {
                if (groups >= 0) throw line.lineFailure("expects " + CONFIG + " before the first core");
            } else if (line.skips(CORE)) {
                if (groups >= 0) sink.endCore();
                int core = (int) line.integer();
                groups = header.arrayGroups(core).length;
                sink.core(core);
            } else {
                if (groups < 0) throw line.lineFailure("expected " + CORE + " before the first instruction");
                form.read(line, draft);
                line.expectEnd();
                var wrong = draft.verify(groups);
                if (wrong != null) throw line.lineFailure("'" + draft.instruction.opcode.mnemonic() + "' " + wrong);
                sink.instruction(draft.instruction);
            }
        }
        if (groups >= 0) sink.endCore();
    }

    /// Writes the directives of the configuration.
    static void print(Configuration configuration, StringBuilder out) {
        configuration.values().forEach((parameter, numbers) -> {
            out.append(CONFIG).append(' ').append(parameter.key());
            for (long n : numbers) out.append(' ').append(n);
            out.append('\n');
        });
    }

    /// Writes the directive that begins a core.
    static void print(int core, int[] groups, StringBuilder out) {
        out.append(CORE).append(' ').append(core);
        if (groups.length > 0) out.append(' ').append(GROUPS);
        for (int crossbars : groups) out.append(' ').append(crossbars);
        out.append('\n');
    }
}
