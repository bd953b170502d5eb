package pim.dialect.inst.communicate;

import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.CountedLoop;
import pim.ir.Operation;

/// A core at an instruction, in a round of each loop around.
///
/// @param counters the variables of the loops around, the outermost first; there may be more behind them
public record Moment(long core, Operation operation, long[] counters) {
    /// Reports what is wrong with the instruction there; the caller throws what it gets.
    public CompileFailure failure(Diagnostics diagnostics, String message, Diagnostic... notes) {
        return diagnostics.failure(operation, message + " (core " + core + rounds() + ")", notes);
    }

    private String rounds() {
        var at = new StringBuilder();
        int depth = 0;
        for (var p = operation.parent(); p != null && p.op() instanceof CountedLoop; p = p.parent()) depth++;
        for (int i = 0; i < depth; i++) at.append(i == 0 ? ", loop counters " : ", ").append(counters[i]);
        return at.toString();
    }

    /// Reports that it sends a message of another size than is received.
    public CompileFailure differs(long size, Moment other, long otherSize, Diagnostics diagnostics) {
        return failure(diagnostics, "moves " + size + " bytes, but the other half moves " + otherSize,
            Diagnostic.note(other.operation.location(), "the other half is '" + other.operation.name() + "' on core " + other.core));
    }
}
