package pim.dialect.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.dialect.graph.interpret.GraphInterpreter;
import pim.ir.Operation;
import pim.ir.Value;
import pim.pass.PassContext;
import pim.tensor.Tensor;

/// The least and the greatest number that each value of a network was seen to have.
final class Ranges {
    record Range(double min, double max) {
        /// Of what was never seen.
        static final Range EMPTY = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        static Range of(float[] numbers) {
            double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
            for (float x : numbers) {
                // both are NaN once one number is
                min = Math.min(min, x);
                max = Math.max(max, x);
            }
            return new Range(min, max);
        }

        Range with(Range other) {
            return new Range(Math.min(min, other.min), Math.max(max, other.max));
        }

        /// The greatest absolute value, 0 where there are none.
        double magnitude() {
            return Math.max(0, Math.max(-min, max));
        }
    }

    private final Map<Value, Range> ranges = new HashMap<>();

    /// Runs the network on each sample, which has a tensor for each of its inputs by name.
    static Ranges observe(Operation module, List<Map<String, Tensor>> samples, PassContext context) {
        var observed = new Ranges();
        for (var sample : samples) new GraphInterpreter().run(module, sample, context.resources(), context.diagnostics(), observed::observe);
        return observed;
    }

    private void observe(Value value, Tensor tensor) {
        if (tensor instanceof Tensor.Floats floats) add(value, Range.of(floats.data()));
    }

    /// Takes into account that `value` may lie in `range` too, and gives what it may lie in now.
    Range add(Value value, Range range) {
        return ranges.merge(value, range, Range::with);
    }

    Range of(Value value) {
        return ranges.getOrDefault(value, Range.EMPTY);
    }
}
