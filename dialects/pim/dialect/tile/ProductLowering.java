package pim.dialect.tile;

import java.util.Optional;
import java.util.stream.LongStream;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Graph;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;

/// Writes the operators with weights as convolutions.
record ProductLowering(NetworkTensors tensors) {
    View convolution(Graph.Conv2d conv) {
        var weights = tensors.resource("weights", conv.weights(), NetworkTensors.shape(conv.weights()));
        var input = tensors.image(conv.input());
        return tensors.natural(new Conv2d(input, weights, bias(conv.bias()), conv.strides(), conv.pads(), conv.dilations(), conv.groups(),
            conv.activation(), Optional.empty(), tensors.result(), Region.of(new Block())));
    }

    View linear(Graph.Linear linear) {
        long[] shape = NetworkTensors.shape(linear.input()), weights = NetworkTensors.shape(linear.weights());
        long outputs = weights[0], inputs = weights[1];
        var image = flattened(linear.input());
        if (image != null && NetworkTensors.size(LongStream.of(shape)) == inputs) {
            // linear(flatten(x)) is one window as large as x, and its weights lie in memory as those of the convolution do.
            var extents = NetworkTensors.shape(image);
            var kernel = tensors.resource("weights", linear.weights(), outputs, extents[1], extents[2], extents[3]);
            var pixel = Layout.of(new long[] {1, outputs, 1, 1}, tensors.numbers());
            return tensors.reshaped(tensors.create(product(tensors.map(image), kernel, linear.bias(), linear.activation(), pixel.type()), pixel));
        }
        var input = tensors.in(Layout.lastInnermost(shape, tensors.numbers(linear.input())), tensors.view(linear.input()));
        var kernel = tensors.resource("weights", linear.weights(), outputs, inputs, 1, 1);
        var result = Layout.lastInnermost(tensors.shape(), tensors.numbers());
        return tensors.create(product(input, kernel, linear.bias(), linear.activation(), result.type()), result);
    }

    private Conv2d product(Value input, DenseResourceAttr weights, Optional<Value> bias, Optional<ActivationAttr> activation, FmapType result) {
        return new Conv2d(input, weights, bias(bias), new long[] {1, 1}, new long[4], new long[] {1, 1}, 1, activation, Optional.empty(), result,
            Region.of(new Block()));
    }

    private Optional<DenseResourceAttr> bias(Optional<Value> bias) {
        return bias.map(b -> tensors.resource("a bias", b, NetworkTensors.shape(b)));
    }

    /// The image whose elements the tensor has in the same order, through reshapes; null when there is none.
    private static Value flattened(Value tensor) {
        while (tensor.op() instanceof Graph.Reshape reshape) {
            tensor = reshape.input();
            if (Layout.isImage(NetworkTensors.shape(tensor))) return tensor;
        }
        return null;
    }
}
