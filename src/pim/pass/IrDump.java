package pim.pass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import pim.ir.Operation;
import pim.ir.attr.StringAttr;

/// Writes the program before or after passes, under a banner.
public final class IrDump implements Instrument {
    /// When the program is written behind a pass that may be.
    public enum Occasion { ALWAYS, ON_CHANGE, ON_FAILURE }

    /// Which programs are written and how.
    ///
    /// @param before      whether to write it before the pass of that name
    /// @param after       whether to write it after the pass of that name
    /// @param occasion    when, of those after
    /// @param moduleScope whether the whole program is written rather than what the pass runs on
    /// @param printer     the text of an operation
    public record Selection(Predicate<String> before, Predicate<String> after, Occasion occasion, boolean moduleScope,
                            Function<Operation, String> printer) {}

    /// Where the text goes.
    @FunctionalInterface public interface Sink {
        void write(Operation op, Pass pass, String text);
    }

    private final Selection selection;
    private final Sink sink;
    /// The program before the passes that are running, one inside the other; kept only to see changes.
    private final Deque<String> former = new ArrayDeque<>();

    public IrDump(Selection selection, Sink sink) {
        this.selection = selection;
        this.sink = sink;
    }

    @Override public void beforePass(Pass pass, Operation op) {
        if (selection.occasion == Occasion.ON_CHANGE) former.push(selection.printer.apply(op));
        if (selection.before.test(pass.name())) dump("Before", pass, "", op);
    }

    @Override public void afterPass(Pass pass, Operation op, boolean good) {
        boolean due = switch (selection.occasion) {
            case ALWAYS -> true;
            case ON_CHANGE -> !former.pop().equals(selection.printer.apply(op)) || !good;
            case ON_FAILURE -> !good;
        };
        if (due && selection.after.test(pass.name())) dump("After", pass, good ? "" : " Failed", op);
    }

    @Override public Instrument fork(Consumer<Runnable> later) {
        return new IrDump(selection, (op, pass, text) -> later.accept(() -> sink.write(op, pass, text)));
    }

    private void dump(String when, Pass pass, String outcome, Operation op) {
        var printed = op;
        if (selection.moduleScope) while (printed.parent() != null) printed = printed.parent();
        var scope = selection.moduleScope ? " (" + described(op) + ")" : "";
        // As the op itself has a line to its end when nothing is around it.
        var end = printed.parent() == null ? "\n\n\n" : "\n\n";
        sink.write(op, pass, "// -----// IR Dump " + when + " " + pass.title() + outcome + " (" + pass.name() + ")" + scope + " //----- //\n"
            + selection.printer.apply(printed) + end);
    }

    /// `'func.func' operation: @main`.
    static String described(Operation op) {
        return "'" + op.name() + "' operation" + (op.attribute("sym_name") instanceof StringAttr name ? ": @" + name.value() : "");
    }
}
