package pim.tool.filecheck;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/// FileCheck on texts, without files and a command line, whose reading takes longer than all else.
public final class TextCheck {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private TextCheck() {}

    /// Whether the input fulfils the checks; all that there is to say about it is written, the input dump too.
    ///
    /// @param check the check file, one byte to a char
    public static boolean run(String check, String input) {
        var options = new Options();
        var diagnostics = new Diagnostics(NOWHERE, false);
        var variables = new Variables();
        List<Check> checks;
        try {
            checks = new CheckFile(options, variables, diagnostics).read(new Source("check", check));
        } catch (PatternException reported) {
            return false;
        }
        if (checks == null) return false;
        var source = new Source("<stdin>", input);
        var report = new MatchReport(options, variables, diagnostics, source);
        boolean good = new Checker(options, variables, report).check(checks, source.all());
        if (!good) new InputDump(options, source, report.annotations(), diagnostics).print();
        return good;
    }
}
