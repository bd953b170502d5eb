package pim.pass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Predicate;
import pim.ir.Operation;

/// Writes the program before or after passes, under a banner.
///
/// @param before whether to write it before the pass of that name
/// @param after  whether to write it after the pass of that name
public record IrDump(Predicate<String> before, Predicate<String> after, Function<Operation, String> printer, Appendable out) implements Instrument {
    @Override public void beforePass(Pass pass, Operation op) {
        if (before.test(pass.name())) dump("Before", pass, "", op);
    }

    @Override public void afterPass(Pass pass, Operation op, boolean good) {
        if (after.test(pass.name())) dump("After", pass, good ? "" : " Failed", op);
    }

    private void dump(String when, Pass pass, String outcome, Operation op) {
        try {
            out.append("// -----// IR Dump " + when + " " + pass.getClass().getSimpleName() + " (" + pass.name() + ")" + outcome + " //----- //\n");
            out.append(printer.apply(op)).append("\n\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
