package pim.tool.zoo;

import static pim.tool.zoo.NetworkBuilder.integer;
import static pim.tool.zoo.NetworkBuilder.ints;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import pim.onnx.AttributeProto;

/// A value of the network under construction; its methods are the operators that can follow. Feature maps are NCHW.
///
/// Layers with weights are named by the caller; the others are named after the value they follow.
record Feature(NetworkBuilder network, String name, int[] shape) {
    int channels() {
        return shape[1];
    }

    /// Convolution without a bias, the form that stands before a batch normalisation.
    Feature conv(String name, int outputs, Window window) {
        return conv(name, outputs, 1, window, List.of(this.name, filter(name, outputs, channels(), window)));
    }

    Feature convBias(String name, int outputs, Window window) {
        return conv(name, outputs, 1, window, List.of(this.name, filter(name, outputs, channels(), window), bias(name, outputs)));
    }

    /// One filter for each channel, without a bias.
    Feature depthwise(String name, Window window) {
        return conv(name, channels(), channels(), window, List.of(this.name, filter(name, channels(), 1, window)));
    }

    private Feature conv(String name, int outputs, int groups, Window window, List<String> inputs) {
        var attributes = Arrays.copyOf(attributes(window), 5);
        attributes[3] = ints("dilations", 1, 1);
        attributes[4] = integer("group", groups);
        return network.node("Conv", name, slid(outputs, window), inputs, attributes);
    }

    private String filter(String name, int outputs, int inputs, Window window) {
        return network.weight(name + ".weight", he(inputs * window.kernel() * window.kernel()), outputs, inputs, window.kernel(), window.kernel());
    }

    private String bias(String name, int outputs) {
        return network.weight(name + ".bias", normal(0.05), outputs);
    }

    /// Batch normalisation with statistics that are not the identity.
    Feature batchNorm() {
        return batchNorm(1);
    }

    /// @param scale the mean of the learned factor; below one at the end of a residual branch, or magnitudes grow from block to block
    Feature batchNorm(double scale) {
        var bn = name + ".bn";
        int c = channels();
        return network.node("BatchNormalization", bn, shape, List.of(name, network.weight(bn + ".scale", uniform(0.5 * scale, 1.5 * scale), c),
            network.weight(bn + ".bias", normal(0.1), c),
            network.weight(bn + ".mean", normal(0.2), c), network.weight(bn + ".var", uniform(0.5, 1.5), c)));
    }

    Feature relu() {
        return network.node("Relu", name + ".relu", shape, List.of(name));
    }

    /// `min(max(x, 0), 6)`
    Feature relu6() {
        var clip = name + ".relu6";
        return network.node("Clip", clip, shape, List.of(name, network.weight(clip + ".min", _ -> 0), network.weight(clip + ".max", _ -> 6)));
    }

    Feature maxPool(Window window) {
        return network.node("MaxPool", name + ".pool", slid(channels(), window), List.of(name), attributes(window));
    }

    Feature globalAveragePool() {
        return network.node("GlobalAveragePool", name + ".pool", new int[] {shape[0], channels(), 1, 1}, List.of(name));
    }

    Feature add(Feature other) {
        return network.node("Add", name + ".add", shape, List.of(name, other.name));
    }

    /// The channels of this value and then those of `other`.
    Feature concat(Feature other) {
        var joined = shape.clone();
        joined[1] += other.channels();
        return network.node("Concat", name + ".concat", joined, List.of(name, other.name), integer("axis", 1));
    }

    Feature dropout() {
        return network.node("Dropout", name + ".dropout", shape, List.of(name));
    }

    Feature flatten() {
        return network.node("Flatten", name + ".flatten", new int[] {shape[0], shape[1] * shape[2] * shape[3]}, List.of(name), integer("axis", 1));
    }

    /// A fully connected layer with a bias on a flattened value.
    Feature gemm(String name, int outputs) {
        int inputs = shape[1];
        return network.node("Gemm", name, new int[] {shape[0], outputs},
            List.of(this.name, network.weight(name + ".weight", he(inputs), outputs, inputs), bias(name, outputs)), integer("transB", 1));
    }

    /// Over the channels.
    Feature softmax() {
        return network.node("Softmax", name + ".softmax", shape, List.of(name), integer("axis", 1));
    }

    private int[] slid(int outputs, Window window) {
        return new int[] {shape[0], outputs, window.outputs(shape[2]), window.outputs(shape[3])};
    }

    private static AttributeProto[] attributes(Window w) {
        return new AttributeProto[] {ints("kernel_shape", w.kernel(), w.kernel()), ints("strides", w.stride(), w.stride()),
            ints("pads", w.pad(), w.pad(), w.pad(), w.pad())};
    }

    /// He's initialisation: a deviation of `sqrt(2 / inputs)` keeps the magnitude of activations through layers of rectifiers (He et al. 2015, eq.
    /// 10).
    private static ToDoubleFunction<Random> he(int inputs) {
        return normal(Math.sqrt(2.0 / inputs));
    }

    private static ToDoubleFunction<Random> normal(double deviation) {
        return random -> deviation * random.nextGaussian();
    }

    private static ToDoubleFunction<Random> uniform(double low, double high) {
        return random -> low + (high - low) * random.nextDouble();
    }
}
