package pim.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Branch;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.Foldable;
import pim.ir.Folded;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;

/// Runs functions on constants, whatever their dialects: from block to block by what [Branch]es take, into other functions at [Call]s, and through
/// operations that are [Foldable], whose result for constant operands is what they compute.
public final class ControlFlow {
    private static final int DEEPEST = 1000;

    private final Diagnostics diagnostics;
    private long stepsLeft;
    private int depth;

    /// @param steps after how many operations the program is taken to have no end
    public ControlFlow(Diagnostics diagnostics, long steps) {
        this.diagnostics = diagnostics;
        this.stepsLeft = steps;
    }

    /// Whether all that stands in the function can be run.
    public static boolean accepts(Operation function) {
        if (!(function.op() instanceof Callable callable) || callable.body().isEmpty()) return false;
        return callable.body().blocks().stream().allMatch(block -> {
            for (var op : block) {
                boolean known = op.has(Foldable.class) || op.has(Branch.class) || op.has(Call.class) || op.has(Traits.ReturnLike.class)
                    || op.has(Assertion.class);
                if (!known) return false;
            }
            return true;
        });
    }

    /// What the function returns.
    ///
    /// @throws CompileFailure when it cannot be run, or does not end; the error has been reported
    public List<Attribute> call(Operation function, List<Attribute> arguments) {
        if (++depth > DEEPEST) throw diagnostics.failure(function, "is called more than " + DEEPEST
            + " deep");
        var block = ((Callable) function.op()).body().entry();
        var passed = arguments;
        var known = new HashMap<Value, Attribute>();
        while (true) {
            for (int i = 0; i < passed.size(); i++) known.put(block.argument(i), passed.get(i));
            for (var op : block) if (op != block.last()) step(op, known);
            var last = block.last();
            var operands = operands(last, known);
            tick(last);
            if (last.has(Traits.ReturnLike.class)) {
                depth--;
                return operands;
            }
            if (!(last.op() instanceof Branch branch)) throw unknown(last);
            int taken = branch.taken(operands);
            if (taken < 0) throw undefined(last, operands);
            passed = branch.passed(taken).stream().map(known::get).toList();
            block = last.successors().get(taken);
        }
    }

    private void step(Operation op, Map<Value, Attribute> known) {
        tick(op);
        var operands = operands(op, known);
        switch (op.op()) {
            case Foldable foldable -> known.put(op.result(), switch (foldable.fold(operands)) {
                case Folded.Constant(var value) -> value;
                case Folded.Existing(var value) -> known.get(value);
                case null -> throw undefined(op, operands);
            });
            case Call _ -> {
                var target = Call.target(op);
                if (target == null || !accepts(target)) throw unknown(op);
                var results = call(target, operands);
                for (int i = 0; i < results.size(); i++) known.put(op.result(i), results.get(i));
            }
            case Assertion assertion -> {
                var failure = assertion.failure(operands);
                if (failure != null) throw diagnostics.failure(op, "failed: " + failure);
            }
            case null, default -> throw unknown(op);
        }
    }

    private static List<Attribute> operands(Operation op, Map<Value, Attribute> known) {
        return op.operands().stream().map(known::get).toList();
    }

    private void tick(Operation op) {
        if (stepsLeft-- == 0) throw diagnostics.failure(op.location(), "'" + op.name()
            + "' op: the program was stopped here since it does not seem to end");
    }

    private CompileFailure unknown(Operation op) {
        return diagnostics.failure(op, "cannot be run: what it does is not known");
    }

    private CompileFailure undefined(Operation op, List<Attribute> operands) {
        return diagnostics.failure(op, "has no meaning for the operands "
            + String.join(", ", operands.stream().map(Attribute::text).toList()));
    }
}
