package pim.dialect.graph.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.SymbolName;
import pim.dialect.builtin.Builtin;
import pim.dialect.func.Func;
import pim.dialect.graph.Boundary;
import pim.dialect.graph.onnx.Imported.Computed;
import pim.dialect.graph.onnx.Imported.Known;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.StringAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.onnx.NodeProto;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

/// Reads an ONNX model as the `graph` dialect: a module with one function `@main`, whose arguments and results have the model's names.
///
/// Shapes are static: those the model leaves open are given. What depends on shapes and constants alone is computed here and leaves no operation.
public final class OnnxImport {
    private final OnnxFile file;
    private final Map<String, Conversion> conversions = Conversion.all();
    private final Map<String, Imported> values = new HashMap<>();
    private final Block body = new Block();
    private final Emitter emitter;

    private OnnxImport(OnnxFile file, Resources resources) {
        this.file = file;
        emitter = new Emitter(Builder.atEnd(body), resources);
    }

    /// The module of a model. The weights it uses are put into `resources` under their names.
    ///
    /// @param shapes of inputs by name, for those that the model leaves open or to fix what it says again
    /// @throws MalformedFileException if the file is damaged or asks for what is not supported; the message names node and operator
    public static Operation read(Path path, Map<String, int[]> shapes, Resources resources) throws IOException {
        return new OnnxImport(OnnxFile.read(path), resources).module(shapes);
    }

    private Operation module(Map<String, int[]> shapes) throws IOException {
        var graph = file.model().getGraph();
        for (var weight : graph.getInitializerList()) define(weight.getName(), new Known(weight.getName(), TensorProtos.tensor(weight, file.path())));
        var inputs = ModelInputs.of(file, shapes);
        inputs.forEach((name, shape) -> values.put(name, new Computed(body.addArgument(Emitter.type(shape), Location.named(name)))));
        for (var node : graph.getNodeList()) convert(node);
        var outputs = new ArrayList<Value>();
        for (var output : graph.getOutputList()) {
            var value = values.get(output.getName());
            if (value == null) throw new MalformedFileException(file.path(), "the output '" + output.getName() + "' is defined by no node");
            if (value instanceof Known(_, var tensor) && !(tensor instanceof Tensor.Floats)) {
                throw new MalformedFileException(file.path(), "the output '" + output.getName()
                    + "' is a constant of integers, which is not supported");
            }
            outputs.add(emitter.operand(value));
        }
        return module(List.copyOf(inputs.keySet()), outputs, graph.getOutputList().stream().map(o -> o.getName()).toList());
    }

    private void convert(NodeProto proto) throws IOException {
        var conversion = OnnxFile.isStandard(proto.getDomain()) ? conversions.get(proto.getOpType()) : null;
        if (conversion == null) {
            throw Node.error(file, proto, "the operator is not supported"
                + (OnnxFile.isStandard(proto.getDomain()) ? "" : " (domain '" + proto.getDomain() + "')"));
        }
        if (proto.getOutputCount() == 0 || proto.getOutput(0).isEmpty()) throw Node.error(file, proto, "it has no output");
        var inputs = new ArrayList<Imported>();
        for (var name : proto.getInputList()) {
            var input = name.isEmpty() ? null : values.get(name);
            if (input == null && !name.isEmpty()) throw Node.error(file, proto, "its input '" + name + "' is defined by no node before it");
            inputs.add(input);
        }
        var node = new Node(file, proto, inputs);
        emitter.begin(node);
        try {
            define(node.output(), conversion.convert(node, emitter));
        } catch (ArithmeticException e) {
            throw node.error("its shapes or numbers are too large");
        }
        node.expectNothingElse();
    }

    private void define(String name, Imported value) throws MalformedFileException {
        if (values.put(name, value) != null) throw new MalformedFileException(file.path(), "the name '" + name + "' is defined twice");
    }

    private Operation module(List<String> inputs, List<Value> outputs, List<String> outputNames) {
        var origin = Location.named(file.model().getGraph().getName());
        var end = Builder.atEnd(body);
        end.setLocation(origin);
        end.create(new Func.Return(outputs));
        var type = new FunctionType(Value.types(body.arguments()), Value.types(outputs));
        var top = new Block();
        var builder = Builder.atEnd(top);
        builder.setLocation(origin);
        builder.create(new Func.Function(new SymbolName("main"), new TypeAttr(type), names(inputs), names(outputNames), Optional.empty(),
            Region.of(body)));
        return OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(top)), origin);
    }

    private static Optional<ArrayAttr> names(List<String> names) {
        return Optional.of(new ArrayAttr(names.stream().map(name -> (Attribute) DictionaryAttr.of(Boundary.NAME, StringAttr.of(name))).toList()));
    }
}
