package pim.tool.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import pim.diagnose.Diagnostic;
import pim.ir.Operation;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;
import pim.tool.OptionTable;

/// Which messages are shown, as mlir-opt's options say it.
final class MessageOptions {
    /// Down to which severity.
    enum Verbosity { ERRORS, WARNINGS, REMARKS }

    /// So many messages about operations show these; a note takes as long as it takes to number what is around the operation.
    private static final int MOST_OPERATIONS = 100;

    private boolean withoutNotes;
    private boolean operations = true;
    private boolean traces;
    private final AtomicInteger shown = new AtomicInteger();
    private Verbosity verbosity = Verbosity.REMARKS;
    private final OptionTable table = new OptionTable();

    MessageOptions() {
        table
            .optional("--mlir-print-op-on-diagnostic", Boolean.class, new Options.Switch()::convert, "true", "true|false",
                "Writes with a message about an operation also that operation (default: true).", x -> operations = x)
            .flag("--mlir-print-stacktrace-on-diagnostic", "Writes with a message about an operation also where in pim-opt it comes from.",
                x -> traces = x)
            .flag("--mlir-disable-diagnostic-notes", "Leaves the notes out of messages.", x -> withoutNotes = x)
            .value("--mlir-diagnostic-verbosity-level", Verbosity.class, "errors|warnings|remarks",
                "Shows errors alone, or warnings too, or remarks as well (default: remarks).", x -> verbosity = x);
    }

    OptionTable options() {
        return table;
    }

    /// The notes on an operation that come with each message about it.
    ///
    /// @param printing how the output is written
    List<Diagnostic> about(Operation operation, PrintOptions printing) {
        var notes = new ArrayList<Diagnostic>();
        if (traces) notes.add(Diagnostic.note(operation.location(), "diagnostic emitted with trace:\n"
            + StackWalker.getInstance().walk(frames -> frames.map(frame -> "    at " + frame).collect(Collectors.joining("\n")))));
        if (operations && shown.getAndIncrement() < MOST_OPERATIONS) {
            var text = ModulePrinter.operation(operation, printing.inMessages());
            notes.add(Diagnostic.note(operation.location(), "see current operation: " + (text.indexOf('\n') < 0 ? "" : "\n") + text));
        }
        return notes;
    }

    /// What is shown of a message; null for nothing.
    Diagnostic shown(Diagnostic message) {
        var least = switch (message.severity()) {
            case ERROR -> Verbosity.ERRORS;
            case WARNING -> Verbosity.WARNINGS;
            case NOTE, REMARK -> Verbosity.REMARKS;
        };
        if (least.compareTo(verbosity) > 0) return null;
        return withoutNotes ? new Diagnostic(message.severity(), message.location(), message.message(), List.of()) : message;
    }
}
