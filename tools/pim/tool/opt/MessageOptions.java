package pim.tool.opt;

import java.util.List;
import pim.diagnose.Diagnostic;
import pim.tool.OptionTable;

/// Which messages are shown, as mlir-opt's options say it.
final class MessageOptions {
    /// Down to which severity.
    enum Verbosity { ERRORS, WARNINGS, REMARKS }

    private boolean withoutNotes;
    private Verbosity verbosity = Verbosity.REMARKS;
    private final OptionTable table = new OptionTable();

    MessageOptions() {
        table
            .flag("--mlir-disable-diagnostic-notes", "Leaves the notes out of messages.", x -> withoutNotes = x)
            .value("--mlir-diagnostic-verbosity-level", Verbosity.class, "errors|warnings|remarks",
                "Shows errors alone, or warnings too, or remarks as well (default: remarks).", x -> verbosity = x);
    }

    OptionTable options() {
        return table;
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
