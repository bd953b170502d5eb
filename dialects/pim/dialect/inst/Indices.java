package pim.dialect.inst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import pim.define.format.OpReader.Unresolved;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.type.IndexType;
import pim.ir.type.Type;

/// The loop variables that the affine expressions of one instruction use, each once: the maps are all over the same list of operands.
public final class Indices {
    private final LinkedHashMap<String, Unresolved> values = new LinkedHashMap<>();

    /// Reads `%i * 60 + 4`, its dimensions in the order of the indices.
    public AffineExpr read(OpReader in) {
        var expression = new ArrayList<AffineExpr>();
        var used = in.affineOperands(expression);
        for (var value : used) values.putIfAbsent(key(value), value);
        var order = List.copyOf(values.keySet());
        return expression.getFirst().replaceDims(d -> AffineExpr.dim(order.indexOf(key(used.get(d)))));
    }

    /// The map of an expression, once all have been read.
    public AffineMapAttr map(AffineExpr expression) {
        return new AffineMapAttr(new AffineMap(values.size(), 0, List.of(expression)));
    }

    /// Says that the indices are the operands of the component called `part`.
    public void operands(OpReader in, String part) {
        var all = List.copyOf(values.values());
        in.operands(part, all, all.stream().<Type>map(_ -> IndexType.INDEX).toList());
    }

    private static String key(Unresolved value) {
        return value.name() + "#" + value.number();
    }

    /// Writes the expression of `map` over `indices`.
    public static void print(OpWriter out, AffineMapAttr map, List<Value> indices) {
        map.value().results().getFirst().print(out, d -> out.name(indices.get(d)));
    }
}
