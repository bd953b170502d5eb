package pim.dialect.graph;

import java.util.Optional;
import pim.dialect.graph.Graph.Conv2d;
import pim.dialect.graph.Graph.Linear;
import pim.ir.Operation;
import pim.ir.Replacement;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.rewrite.Pattern;
import pim.rewrite.Rewriter;

/// Makes a rectifier or a clip part of the convolution or linear layer whose result nothing else uses.
public record GraphFuseActivation() implements Pass {
    @Override public String summary() {
        return "Fuse piecewise linear activations into the layers before them";
    }

    @Override public String level() {
        return "graph";
    }

    @Override public void run(Operation root, PassContext context) {
        context.rewrite(root, Pattern.on(Graph.Activation.class, GraphFuseActivation::fuse));
    }

    private static Replacement fuse(Graph.Activation op, Rewriter rw) {
        var input = op.input();
        // An activation of fixed-point numbers that also requantises rounds twice, which a fused one does not.
        if (!op.function().kind().isPiecewiseLinear() || !input.hasOneUse() || !input.type().equals(op.result())) return null;
        return switch (input.op()) {
            case Conv2d conv when conv.activation().isEmpty() -> {
                rw.setLocation(input.definingOp().location());
                yield rw.value(new Conv2d(conv.input(), conv.weights(), conv.bias(), conv.strides(), conv.pads(), conv.dilations(), conv.groups(),
                    Optional.of(op.function()), conv.result()));
            }
            case Linear linear when linear.activation().isEmpty() -> {
                rw.setLocation(input.definingOp().location());
                yield rw.value(new Linear(linear.input(), linear.weights(), linear.bias(), Optional.of(op.function()), linear.result()));
            }
            case null, default -> null;
        };
    }
}
