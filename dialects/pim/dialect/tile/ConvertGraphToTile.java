package pim.dialect.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Builder;
import pim.dialect.func.Func;
import pim.dialect.graph.Graph;
import pim.dialect.quant.UniformType;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.rewrite.Greedy;

/// Writes a quantised network as layers on feature maps. The function stays; its tensors become maps, and the attribute [NetworkBoundary#SHAPE] of each
/// argument and result keeps the shape that the network has for it.
public record ConvertGraphToTile() implements Pass {
    @Override public String summary() {
        return "Write a quantised network as layers on feature maps";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public void run(Operation root, PassContext context) {
        root.walk(operation -> {
            if (operation.op() instanceof Func.Function function && !function.body().isEmpty() && isNetwork(function)) convert(operation, function, context);
        });
    }

    private static boolean isNetwork(Func.Function function) {
        for (var op : function.body().entry()) if (op.op() instanceof Graph) return true;
        return false;
    }

    private static void convert(Operation operation, Func.Function function, PassContext context) {
        var block = function.body().entry();
        if (function.body().blocks().size() > 1) throw context.diagnostics().failure(operation.location(), "'func.func' op expects a network of one block");
        var tensors = List.copyOf(block.arguments());
        for (var tensor : tensors) requireQuantised(operation, tensor.type(), "argument #" + tensor.index(), context);
        for (var type : function.type().results()) requireQuantised(operation, type, "each result", context);
        var lowering = new Lowering(context, Builder.atEnd(block));
        for (var tensor : tensors) {
            var type = (RankedTensorType) tensor.type();
            lowering.define(tensor, block.addArgument(Layout.of(type).type(), tensor.location()), type);
        }
        var network = new ArrayList<Operation>();
        for (var op : operations(block)) {
            switch (op.op()) {
                case Graph graph -> {
                    lowering.lower(op, graph);
                    network.add(op);
                }
                case Func.Return _ -> {
                    lowering.moveTo(op);
                    op.setOperands(op.operands().stream().map(lowering::map).toList());
                }
                case null, default -> throw context.diagnostics().failure(op.location(), "'" + op.name() + "' op expects only operators of the graph dialect beside it");
            }
        }
        for (var op : network.reversed()) op.erase();
        // A flattened map that only fully connected layers read is moved in vain.
        for (var op : operations(block).reversed()) if (Greedy.isDead(op)) op.erase();
        for (int i = tensors.size(); i-- > 0; ) block.eraseArgument(i);
        var types = block.arguments().stream().map(Value::type).toList();
        var results = function.type().results();
        operation.setAttribute("function_type", new TypeAttr(new FunctionType(types, results.stream().map(t -> (Type) Layout.of((RankedTensorType) t).type()).toList())));
        operation.setAttribute("arg_attrs", withShapes(function.argAttrs(), function.type().inputs()));
        operation.setAttribute("res_attrs", withShapes(function.resAttrs(), results));
    }

    private static List<Operation> operations(pim.ir.Block block) {
        var operations = new ArrayList<Operation>();
        block.forEach(operations::add);
        return operations;
    }

    private static void requireQuantised(Operation function, Type type, String what, PassContext context) {
        if (type instanceof RankedTensorType tensor && tensor.hasStaticShape() && tensor.element() instanceof UniformType) return;
        throw context.diagnostics().failure(function.location(), "'func.func' op expects " + what + " to be a tensor of fixed-point numbers, which graph-quantize makes, but got " + type);
    }

    private static ArrayAttr withShapes(Optional<ArrayAttr> attributes, List<Type> types) {
        var all = new ArrayList<Attribute>();
        for (int i = 0; i < types.size(); i++) {
            var own = attributes.isPresent() ? (DictionaryAttr) attributes.get().elements().get(i) : DictionaryAttr.EMPTY;
            all.add(own.with(NetworkBoundary.SHAPE, DenseArrayAttr.i64(((RankedTensorType) types.get(i)).shape().toLongs())));
        }
        return new ArrayAttr(all);
    }
}
