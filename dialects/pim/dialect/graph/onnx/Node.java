package pim.dialect.graph.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pim.dialect.graph.onnx.Imported.Known;
import pim.onnx.AttributeProto.AttributeType;
import pim.onnx.AttributeProto;
import pim.onnx.NodeProto;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

/// A node of the model as its conversion reads it: inputs by place, attributes by name and type. What is missing or of another type is an error
/// that names the node; an attribute that the conversion never asked for is one too, so that none is ignored.
final class Node {
    private final OnnxFile file;
    private final NodeProto proto;
    private final List<Imported> inputs;
    private final Set<String> asked = new HashSet<>();

    /// @param inputs in the node's order, null where an optional one is omitted
    Node(OnnxFile file, NodeProto proto, List<Imported> inputs) {
        this.file = file;
        this.proto = proto;
        this.inputs = inputs;
    }

    String type() {
        return proto.getOpType();
    }

    /// The node's own name, or that of its first output where it has none.
    String name() {
        return proto.getName().isEmpty() && proto.getOutputCount() > 0 ? proto.getOutput(0) : proto.getName();
    }

    /// The name of the one output that conversions give.
    String output() {
        return proto.getOutput(0);
    }

    int opset() {
        return file.opset();
    }

    /// The error that ends the import, to be thrown by the caller.
    MalformedFileException error(String message) {
        return error(file, proto, message);
    }

    static MalformedFileException error(OnnxFile file, NodeProto proto, String message) {
        return new MalformedFileException(file.path(), proto.getOpType() + " '" + new Node(file, proto, List.of()).name() + "': " + message);
    }

    int inputCount() {
        return inputs.size();
    }

    boolean hasInput(int index) {
        return index < inputs.size() && inputs.get(index) != null;
    }

    Imported input(int index) throws MalformedFileException {
        if (hasInput(index)) return inputs.get(index);
        throw error("input " + index + " is missing");
    }

    /// The input of a rank the operator is supported for.
    Imported input(int index, int rank) throws MalformedFileException {
        var input = input(index);
        if (input.rank() == rank) return input;
        throw error("input " + index + " of shape " + Arrays.toString(input.shape()) + " is not supported: " + rank + " dimensions are expected");
    }

    boolean allInputsKnown() {
        return inputs.stream().allMatch(input -> input == null || input instanceof Known);
    }

    /// The tensor of an input that must be known at import; `role` says what it is for the message.
    Tensor known(int index, String role) throws MalformedFileException {
        if (input(index) instanceof Known(_, var tensor)) return tensor;
        throw error("its " + role + " must not depend on the network's input");
    }

    /// The elements of an integer input that must be known at import.
    int[] integers(int index, String role) throws MalformedFileException {
        return switch (known(index, role)) {
            case Tensor.Longs(_, var data) -> Arrays.stream(data).mapToInt(Node::clamp).toArray();
            case Tensor.Ints(_, var data) -> data;
            case Tensor.Floats _ -> throw error("its " + role + " must be integers");
        };
    }

    /// The one element of a scalar input, or `otherwise` where it is omitted.
    float scalar(int index, String role, float otherwise) throws MalformedFileException {
        if (!hasInput(index)) return otherwise;
        if (known(index, role) instanceof Tensor.Floats(_, var data) && data.length == 1) return data[0];
        throw error("its " + role + " must be one float");
    }

    /// 64-bit bounds such as the end of a slice use the extremes to say "all"; no extent is near the limits of 32 bits.
    private static int clamp(long value) {
        return (int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    boolean has(String name) throws MalformedFileException {
        return attribute(name, null) != null;
    }

    int integer(String name, int otherwise) throws MalformedFileException {
        var attribute = attribute(name, AttributeType.INT);
        return attribute == null ? otherwise : clamp(attribute.getI());
    }

    boolean flag(String name, boolean otherwise) throws MalformedFileException {
        return integer(name, otherwise ? 1 : 0) != 0;
    }

    float real(String name, float otherwise) throws MalformedFileException {
        var attribute = attribute(name, AttributeType.FLOAT);
        return attribute == null ? otherwise : attribute.getF();
    }

    /// The number as it was most likely written: 0.1 for the float nearest to it.
    double decimal(String name, float otherwise) throws MalformedFileException {
        return decimal(real(name, otherwise));
    }

    static double decimal(float number) {
        return Double.parseDouble(Float.toString(number));
    }

    String text(String name, String otherwise) throws MalformedFileException {
        var attribute = attribute(name, AttributeType.STRING);
        return attribute == null ? otherwise : attribute.getS().toStringUtf8();
    }

    /// The integers of an attribute, or null where it is absent.
    int[] integers(String name) throws MalformedFileException {
        var attribute = attribute(name, AttributeType.INTS);
        return attribute == null ? null : attribute.getIntsList().stream().mapToInt(Node::clamp).toArray();
    }

    /// The integers of an attribute, of which there must be as many as `otherwise` has, the default.
    int[] integers(String name, int... otherwise) throws MalformedFileException {
        var values = integers(name);
        if (values == null) return otherwise;
        if (values.length != otherwise.length) {
            throw error("attribute '" + name + "' has " + values.length + " numbers, " + otherwise.length + " are expected");
        }
        return values;
    }

    float[] reals(String name) throws MalformedFileException {
        var list = attribute(name, AttributeType.FLOATS).getFloatsList();
        var values = new float[list.size()];
        for (int i = 0; i < values.length; i++) values[i] = list.get(i);
        return values;
    }

    Tensor tensor(String name) throws IOException {
        return TensorProtos.tensor(attribute(name, AttributeType.TENSOR).getT(), file.path());
    }

    private AttributeProto attribute(String name, AttributeType type) throws MalformedFileException {
        asked.add(name);
        for (var attribute : proto.getAttributeList()) {
            if (!attribute.getName().equals(name)) continue;
            // models of the oldest files have no types
            if (type == null || attribute.getType() == type || attribute.getType() == AttributeType.UNDEFINED) return attribute;
            throw error("attribute '" + name + "' is of type " + attribute.getType() + ", " + type + " is expected");
        }
        return null;
    }

    /// An axis of a tensor of `rank`, counted from the end where it is negative.
    int axis(int axis, int rank) throws MalformedFileException {
        if (axis < -rank || axis >= rank) throw error("axis " + axis + " lies outside the " + rank + " dimensions of its input");
        return axis < 0 ? axis + rank : axis;
    }

    int[] axes(int[] axes, int rank) throws MalformedFileException {
        var result = new int[axes.length];
        for (int i = 0; i < axes.length; i++) result[i] = axis(axes[i], rank);
        return result;
    }

    /// The axes that moved from attribute to input 1 at operator set `since`; null where the node gives none.
    int[] axes(int since) throws MalformedFileException {
        if (opset() < since) return integers("axes");
        return hasInput(1) ? integers(1, "axes") : null;
    }

    /// @throws MalformedFileException if the node has attributes that its conversion did not read, or more outputs than one
    void expectNothingElse() throws MalformedFileException {
        var unread = proto.getAttributeList().stream().map(AttributeProto::getName).filter(name -> !asked.contains(name))
            .collect(Collectors.joining("', '"));
        if (!unread.isEmpty()) throw error("attribute '" + unread + "' is not supported in operator set " + opset());
        for (int i = 1; i < proto.getOutputCount(); i++) {
            if (!proto.getOutput(i).isEmpty() && isUsed(proto.getOutput(i))) {
                throw error("its output " + i + " ('" + proto.getOutput(i) + "') is not supported");
            }
        }
    }

    private boolean isUsed(String name) {
        var graph = file.model().getGraph();
        return graph.getNodeList().stream().anyMatch(n -> n.getInputList().contains(name)) || graph.getOutputList().stream()
            .anyMatch(o -> o.getName().equals(name));
    }
}
