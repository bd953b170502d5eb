package pim.dialect.graph.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import pim.diagnose.Diagnostics;
import pim.dialect.func.Func;
import pim.dialect.graph.Boundary;
import pim.dialect.graph.Graph;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.interpret.Inputs;
import pim.interpret.Interpreter;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.type.RankedTensorType;
import pim.tensor.Tensor;

/// Runs the function `@main` of graph operations. A value is forgotten after its last use, so that memory holds what is alive and no more.
public final class GraphInterpreter implements Interpreter {
    @Override public boolean accepts(Operation module) {
        var main = Boundary.main(module);
        if (main == null) return false;
        for (var argument : main.region(0).entry().arguments()) if (!(argument.type() instanceof RankedTensorType)) return false;
        for (var op : main.region(0).entry()) if (!op.kind().dialect().equals("graph") && !op.has(Func.Return.class)) return false;
        return true;
    }

    @Override public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        return run(module, inputs, resources, diagnostics, (_, _) -> {});
    }

    /// As [Interpreter#run], and shows each input and each computed value to `observer`, which must not change it. Constants are not shown.
    public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics,
                                   BiConsumer<Value, Tensor> observer) {
        var main = Boundary.main(module);
        var body = main.region(0).entry();
        var boundary = Boundary.of((Func.Function) main.op());
        checkSizes(body, diagnostics);
        var values = new HashMap<Value, Tensor>();
        bind(boundary.inputs(), inputs, main, body, values, diagnostics);
        body.arguments().forEach(argument -> observer.accept(argument, values.get(argument)));
        var evaluation = new Evaluation(values, resources, diagnostics);
        var lastUses = lastUses(body);
        for (var op : body) {
            switch (op.op()) {
                case Graph.Constant _ -> {}
                case Graph graph -> {
                    var result = evaluation.of(graph);
                    observer.accept(op.result(), result);
                    if (op.result().hasUses()) values.put(op.result(), result);
                }
                case Func.Return _ -> {
                    var outputs = new LinkedHashMap<String, Tensor>();
                    for (int i = 0; i < op.operandCount(); i++) outputs.put(boundary.outputs().get(i), evaluation.of(op.operand(i)));
                    return outputs;
                }
                case null, default -> throw diagnostics.failure(op, "cannot be run among operations of the graph dialect");
            }
            values.keySet().removeAll(lastUses.getOrDefault(op, List.of()));
        }
        throw diagnostics.failure(main, "expects its body to end with 'func.return'");
    }

    private static void checkSizes(Block body, Diagnostics diagnostics) {
        for (var op : body) for (var type : op.resultTypes()) {
            if (type instanceof RankedTensorType t && t.hasStaticShape() && !t.shape().fitsAnArray()) throw diagnostics.failure(op,
                "cannot be run: it has more than " + Integer.MAX_VALUE + " elements, " + type);
        }
    }

    /// For each operation the values that nothing uses after it.
    private static Map<Operation, List<Value>> lastUses(Block body) {
        var lastUses = new HashMap<Operation, List<Value>>();
        var seen = new HashSet<Value>();
        for (var op = body.last(); op != null; op = op.previous()) {
            for (var operand : op.operands()) if (seen.add(operand)) lastUses.computeIfAbsent(op, _ -> new ArrayList<>()).add(operand);
        }
        return lastUses;
    }

    private static void bind(List<String> names, Map<String, Tensor> inputs, Operation main, Block body, Map<Value, Tensor> values,
                             Diagnostics diagnostics) {
        var given = new Inputs(inputs, main.location(), diagnostics);
        given.expectOnly(names);
        for (int i = 0; i < names.size(); i++) {
            var argument = body.argument(i);
            var type = (RankedTensorType) argument.type();
            var shape = type.shape().toInts();
            values.put(argument, type.element() instanceof UniformType numbers
                ? given.integers(names.get(i), shape, numbers.bits(), v -> FixedPoint.quantize(v, numbers)) : given.floats(names.get(i), shape));
        }
    }
}
