package pim.rewrite;

import java.util.List;
import java.util.Map;
import pim.define.Dialect;
import pim.define.Namespace;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Replacement;
import pim.ir.Traits.Commutative;
import pim.ir.Traits.ConstantLike;
import pim.ir.Traits.IsolatedFromAbove;
import pim.ir.Traits.Pure;
import pim.ir.Traits.SameType;
import pim.ir.Traits.Terminator;
import pim.ir.Value;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// A small dialect of integer sums that programs can be computed with, for the tests of rewriting.
@Namespace("sum")
public sealed interface Sum extends Op {
    record Constant(long value) implements Sum, Pure, ConstantLike {
        @Override public List<Type> inferResultTypes() {
            return List.of(IntegerType.I64);
        }
    }

    record Add(Value lhs, Value rhs) implements Sum, Pure, Commutative, SameType {}

    record Negate(Value input) implements Sum, Pure, SameType {}

    /// Keeps its operands alive.
    record Keep(List<Value> inputs) implements Sum {}

    record Within(Region body) implements Sum {}

    record Alone(Region body) implements Sum, IsolatedFromAbove {}

    record Branch(List<Value> inputs, Block target) implements Sum, Terminator {}

    record Fork(Value on, Block left, Block right) implements Sum, Terminator {}

    record Stop() implements Sum, Terminator {}

    record Rules() implements Dialect, Canonicalizes {
        @Override public Class<? extends Op> ops() {
            return Sum.class;
        }

        @Override public Replacement canonicalize(Op op, Rewriter rw) {
            return switch ((Sum) op) {
                // a + b, both constant -> the constant a + b
                case Add(var a, var b) when a.op() instanceof Constant(var x) && b.op() instanceof Constant(var y) -> rw.value(new Constant(x + y));
                // x + 0 -> x
                case Add(var a, var b) when b.op() instanceof Constant(var y) && y == 0 -> a;
                case Add(var a, var b) when a.op() instanceof Constant(var x) && x == 0 -> b;
                // -(-x) -> x
                case Negate(var a) when a.op() instanceof Negate(var x) -> x;
                case Negate(var a) when a.op() instanceof Constant(var x) -> rw.value(new Constant(-x));
                case Constant _, Add _, Negate _, Keep _, Within _, Alone _, Branch _, Fork _, Stop _ -> null;
            };
        }
    }

    static long evaluate(Value value, Map<Value, Long> known) {
        var found = known.get(value);
        if (found != null) return found;
        long result = switch ((Sum) value.op()) {
            case Constant(var c) -> c;
            case Add(var a, var b) -> evaluate(a, known) + evaluate(b, known);
            case Negate(var a) -> -evaluate(a, known);
            default -> throw new IllegalStateException(value + " has no value");
        };
        known.put(value, result);
        return result;
    }

    static int count(Operation root) {
        var count = new int[1];
        root.walk(_ -> count[0]++);
        return count[0] - 1;
    }
}
