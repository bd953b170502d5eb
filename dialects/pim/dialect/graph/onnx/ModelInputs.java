package pim.dialect.graph.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import pim.onnx.TensorProto.DataType;
import pim.onnx.TensorProto;
import pim.onnx.TensorShapeProto.Dimension;
import pim.onnx.ValueInfoProto;
import pim.tensor.MalformedFileException;

/// The inputs of a model and their shapes, where the model leaves them open as the user gives them.
final class ModelInputs {
    private ModelInputs() {}

    /// The static shape of each input in the model's order. An initializer is no input, though old models list it as one.
    static SequencedMap<String, int[]> of(OnnxFile file, Map<String, int[]> given) throws MalformedFileException {
        var graph = file.model().getGraph();
        var weights = graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        var inputs = new LinkedHashMap<String, int[]>();
        for (var input : graph.getInputList()) {
            if (!weights.contains(input.getName())) inputs.put(input.getName(), shape(file, input, given.get(input.getName())));
        }
        for (var name : given.keySet()) {
            if (!inputs.containsKey(name)) {
                throw new MalformedFileException(file.path(), "--shape names '" + name + "', the model's inputs are '"
                    + String.join("', '", inputs.keySet()) + "'");
            }
        }
        return inputs;
    }

    private static int[] shape(OnnxFile file, ValueInfoProto input, int[] given) throws MalformedFileException {
        var name = "input '" + input.getName() + "'";
        if (!input.getType().hasTensorType()) throw new MalformedFileException(file.path(), name + " is not a tensor");
        var type = input.getType().getTensorType();
        if (type.getElemType() != DataType.FLOAT_VALUE) {
            throw new MalformedFileException(file.path(), name + " has elements of type " + TensorProtos.typeName(type.getElemType())
                + ", only FLOAT is supported");
        }
        var declared = type.getShape().getDimList();
        if (given == null) {
            if (type.hasShape() && declared.stream().allMatch(ModelInputs::isStatic)) {
                return declared.stream().mapToInt(d -> (int) d.getDimValue()).toArray();
            }
            throw new MalformedFileException(file.path(), name + " has the dynamic shape " + text(declared) + ": fix it with --shape "
                + input.getName() + "=" + example(declared));
        }
        boolean fits = !type.hasShape() || declared.size() == given.length;
        for (int i = 0; fits && i < declared.size(); i++) fits = !isStatic(declared.get(i)) || declared.get(i).getDimValue() == given[i];
        if (fits) return given;
        var other = Arrays.stream(given).mapToObj(Integer::toString).collect(Collectors.joining("x"));
        throw new MalformedFileException(file.path(), name + " has the shape " + text(declared) + ", --shape gives " + other);
    }

    private static boolean isStatic(Dimension dim) {
        return dim.hasDimValue() && dim.getDimValue() > 0 && dim.getDimValue() <= Integer.MAX_VALUE;
    }

    private static String text(List<Dimension> dims) {
        return dims.stream().map(d -> isStatic(d) ? "" + d.getDimValue() : d.hasDimParam() ? d.getDimParam() : "?").collect(Collectors.joining("x"));
    }

    /// A shape in the option's form: what is open becomes a letter.
    private static String example(List<Dimension> dims) {
        var text = new ArrayList<String>();
        for (int i = 0; i < dims.size(); i++) {
            var letter = dims.size() == 4 ? "NCHW".charAt(i) : (char) ('A' + i);
            text.add(isStatic(dims.get(i)) ? "" + dims.get(i).getDimValue() : "" + letter);
        }
        return text.isEmpty() ? "AxBx..." : String.join("x", text);
    }
}
