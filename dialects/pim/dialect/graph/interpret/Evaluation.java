package pim.dialect.graph.interpret;

import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.dialect.graph.ConstantTensor;
import pim.dialect.graph.Graph;
import pim.ir.Resources;
import pim.ir.Value;
import pim.tensor.Tensor;

/// One run: the values that are alive, and what an op makes of them.
record Evaluation(Map<Value, Tensor> values, Resources resources, Diagnostics diagnostics) {
    /// A value that is alive. A constant is read when it is used, since most are used once and all of them together may be large.
    Tensor of(Value value) {
        return value.op() instanceof Graph.Constant ? ConstantTensor.read(value, resources, diagnostics) : values.get(value);
    }

    /// The result of `op`.
    Tensor of(Graph op) {
        return switch (op) {
            case Graph.Constant _ -> throw new IllegalArgumentException("a constant is read where it is used");
            case Graph.Product product -> Products.of(product, this);
            case Graph.Activation activation -> Elementwise.activation(activation, of(activation.input()));
            case Graph.Forward forward -> of(forward.input());
            case Graph.Binary binary -> Elementwise.binary(binary, of(binary.lhs()), of(binary.rhs()));
            case Graph.Pool pool -> Pools.of(pool, of(pool.input()));
            case Graph.Normalization normalization -> Normalizations.of(normalization, this);
            case Graph.Layout layout -> Layouts.of(layout, this);
        };
    }
}
