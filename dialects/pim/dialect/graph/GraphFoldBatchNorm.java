package pim.dialect.graph;

import java.util.Arrays;
import java.util.Optional;
import pim.dialect.graph.Graph.BatchNorm;
import pim.dialect.graph.Graph.Conv2d;
import pim.dialect.graph.Graph.Linear;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Replacement;
import pim.ir.Value;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.rewrite.Pattern;
import pim.rewrite.Rewriter;

/// Makes each batch normalisation part of the convolution or linear layer before it, or a multiplication and an addition where there is none.
/// One whose parameters are not constants stays.
public record GraphFoldBatchNorm() implements Pass {
    @Override public String summary() {
        return "Fold batch normalisations into the weights before them";
    }

    @Override public String level() {
        return "graph";
    }

    @Override public void run(Operation root, PassContext context) {
        var parameters = new Parameters(context.resources(), context.diagnostics());
        context.rewrite(root, Pattern.on(BatchNorm.class, (op, rw) -> fold(op, rw, parameters)));
    }

    private static Replacement fold(BatchNorm op, Rewriter rw, Parameters parameters) {
        var affine = Affine.of(op, parameters);
        if (affine == null) return null;
        var producer = op.input().hasOneUse() ? op.input().op() : null;
        return switch (producer) {
            // a * (w x + b) + s = (a w) x + (a b + s)
            case Conv2d conv when conv.activation().isEmpty() -> {
                var folded = affine.fold(conv.weights(), conv.bias(), rw, op.input().definingOp());
                yield folded == null ? affine.apply(op, rw) : rw.value(new Conv2d(conv.input(), folded.weights, Optional.of(folded.bias),
                    conv.strides(), conv.pads(), conv.dilations(), conv.groups(), Optional.empty(), conv.result()));
            }
            // The channels, axis 1, are what the layer computes only when that is the last axis.
            case Linear linear when linear.activation().isEmpty() && Shapes.of(linear.result()).length == 2 -> {
                var folded = affine.fold(linear.weights(), linear.bias(), rw, op.input().definingOp());
                yield folded == null ? affine.apply(op, rw)
                    : rw.value(new Linear(linear.input(), folded.weights, Optional.of(folded.bias), Optional.empty(), linear.result()));
            }
            case Op _ -> affine.apply(op, rw);
            case null -> affine.apply(op, rw);
        };
    }

    private record Layer(Value weights, Value bias) {}

    /// What a batch normalisation does to each channel: `factor * x + shift`.
    private record Affine(double[] factor, double[] shift, String factorKey, String shiftKey, Parameters parameters) {
        /// Null when the parameters are not all constants.
        static Affine of(BatchNorm op, Parameters parameters) {
            float[] scale = parameters.floats(op.scale()), bias = parameters.floats(op.bias());
            float[] mean = parameters.floats(op.mean()), variance = parameters.floats(op.variance());
            if (scale == null || bias == null || mean == null || variance == null) return null;
            // scale * (x - mean) / sqrt(variance + epsilon) + bias
            double[] factor = new double[scale.length], shift = new double[scale.length];
            for (int c = 0; c < factor.length; c++) {
                factor[c] = scale[c] / Math.sqrt(variance[c] + op.epsilon());
                shift[c] = bias[c] - mean[c] * factor[c];
            }
            return new Affine(factor, shift, parameters.key(op.scale()) + ".folded", parameters.key(op.bias()) + ".folded", parameters);
        }

        /// The weights and bias of a layer that does this too; null when those it has are not constants.
        Layer fold(Value oldWeights, Optional<Value> oldBias, Rewriter rw, Operation layer) {
            var weights = parameters.floats(oldWeights);
            var bias = oldBias.map(parameters::floats).orElseGet(() -> oldBias.isPresent() ? null : new float[factor.length]);
            if (weights == null || bias == null) return null;
            int perChannel = weights.length / factor.length;
            for (int i = 0; i < weights.length; i++) weights[i] = (float) (weights[i] * factor[i / perChannel]);
            for (int c = 0; c < factor.length; c++) bias[c] = (float) (bias[c] * factor[c] + shift[c]);
            rw.setLocation(layer.location());
            return new Layer(parameters.floats(rw, parameters.key(oldWeights) + ".folded", weights, Shapes.of(oldWeights)),
                parameters.floats(rw, shiftKey, bias, factor.length));
        }

        Value apply(BatchNorm op, Rewriter rw) {
            // Axis 1 of the input is that of the channels; a shape of one axis less is aligned with it from the end.
            var shape = Shapes.of(op.input());
            Arrays.fill(shape, 1);
            shape[1] = factor.length;
            var scaled = rw.value(new Graph.Mul(op.input(), parameters.floats(rw, factorKey, narrow(factor), shape), op.result()));
            return rw.value(new Graph.Add(scaled, parameters.floats(rw, shiftKey, narrow(shift), shape), op.result()));
        }

        private static float[] narrow(double[] values) {
            var floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
            return floats;
        }
    }
}
