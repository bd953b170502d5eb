package pim.dialect.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Builder;
import pim.diagnose.CompileFailure;
import pim.dialect.func.Func;
import pim.dialect.graph.Graph;
import pim.dialect.quant.UniformType;
import pim.ir.Block;
import pim.ir.Operation;
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

/// Writes a quantised network as layers on feature maps. The function stays; its tensors become maps, and the attribute [NetworkBoundary#SHAPE] of
/// each argument and result keeps the shape that the network has for it.
public record ConvertGraphToTile() implements Pass {
    @Override public String summary() {
        return "Write a quantised network as layers on feature maps";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "graph";
    }

    @Override public void run(Operation root, PassContext context) {
        root.walk(operation -> {
            if (operation.op() instanceof Func.Function function && isNetwork(function)) new Conversion(operation, function, context).run();
        });
    }

    private static boolean isNetwork(Func.Function function) {
        if (!function.body().isEmpty()) for (var op : function.body().entry()) if (op.op() instanceof Graph) return true;
        return false;
    }

    private record Conversion(Operation operation, Func.Function function, PassContext context) {
        void run() {
            int blocks = function.body().blocks().size();
            if (blocks > 1) throw failure(operation, "expects a network of one block, but got " + blocks);
            var block = function.body().entry();
            var arguments = List.copyOf(block.arguments());
            for (var argument : arguments) requireNumbers("argument #" + argument.index(), argument.type());
            for (var type : function.type().results()) requireNumbers("each result", type);
            var tensors = new NetworkTensors(context, Builder.atEnd(block));
            for (var argument : arguments) {
                var layout = Layout.of((RankedTensorType) argument.type());
                tensors.define(argument, View.of(block.addArgument(layout.type(), argument.location()), layout, argument.location()));
            }
            layers(block, tensors);
            for (int i = arguments.size(); i-- > 0; ) block.eraseArgument(i);
            signature();
        }

        private void layers(Block block, NetworkTensors tensors) {
            var lowering = new Lowering(tensors);
            var network = new ArrayList<Operation>();
            for (var op : operations(block)) {
                switch (op.op()) {
                    case Graph graph -> {
                        requireMap(op, "a result", graph.result());
                        lowering.lower(op, graph);
                        network.add(op);
                    }
                    case Func.Return _ -> {
                        tensors.moveTo(op);
                        op.setOperands(op.operands().stream().map(tensors::map).toList());
                    }
                    case null, default -> throw failure(op, "stands in a network; expected operators of the graph dialect alone");
                }
            }
            for (var op : network.reversed()) op.erase();
            // A flattened map that only fully connected layers read is moved in vain.
            for (var op : operations(block).reversed()) if (Greedy.isDead(op)) op.erase();
        }

        private static List<Operation> operations(Block block) {
            var operations = new ArrayList<Operation>();
            block.forEach(operations::add);
            return operations;
        }

        private void requireNumbers(String what, Type type) {
            if (type instanceof RankedTensorType tensor && tensor.hasStaticShape() && tensor.element() instanceof UniformType) {
                requireMap(operation, what, type);
                return;
            }
            throw failure(operation, "expects " + what + " to be a tensor of fixed-point numbers, which graph-quantize makes, but got " + type);
        }

        private void requireMap(Operation at, String what, Type type) {
            var shape = ((RankedTensorType) type).shape();
            if (shape.isEmpty()) throw failure(at, "expects " + what + " to have elements, but got " + type);
            if (!shape.fitsAnArray()) throw failure(at, "expects " + what + " of at most " + Integer.MAX_VALUE + " elements, but got " + type);
        }

        private void signature() {
            var type = new FunctionType(maps(function.type().inputs()), maps(function.type().results()));
            operation.setAttribute("function_type", new TypeAttr(type));
            operation.setAttribute("arg_attrs", withShapes(function.argAttrs(), function.type().inputs()));
            operation.setAttribute("res_attrs", withShapes(function.resAttrs(), function.type().results()));
        }

        private static List<Type> maps(List<Type> tensors) {
            return tensors.stream().map(type -> (Type) Layout.of((RankedTensorType) type).type()).toList();
        }

        private static ArrayAttr withShapes(Optional<ArrayAttr> attributes, List<Type> types) {
            var all = new ArrayList<Attribute>();
            for (int i = 0; i < types.size(); i++) {
                var own = attributes.isPresent() ? (DictionaryAttr) attributes.get().elements().get(i) : DictionaryAttr.EMPTY;
                all.add(own.with(NetworkBoundary.SHAPE, DenseArrayAttr.i64(((RankedTensorType) types.get(i)).shape().toLongs())));
            }
            return new ArrayAttr(all);
        }

        private CompileFailure failure(Operation at, String message) {
            return context.diagnostics().failure(at, message);
        }
    }
}
