package pim.dialect.inst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader.Unresolved;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.type.IndexType;
import pim.ir.type.Type;

/// `%buffer[%i * 60 + 4], @memory[%y * 240]`: where an instruction works. The components come in pairs: one that names a buffer (an operand) or a
/// memory (an attribute), and the address in it, which the text may leave out from the second pair on for the op to have neither. The last
/// component holds the loop variables that the addresses use, each once.
public final class Addresses implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var indices = new LinkedHashMap<String, Unresolved>();
        var addresses = new LinkedHashMap<String, AffineExpr>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            var part = parts.get(i);
            if (i > 0 && !in.tryLiteral(",")) {
                in.operands(part, List.of(), List.of());
                continue;
            }
            if (in.atOperand()) in.operands(part, List.of(in.operand()), List.of(BufferType.BUFFER));
            else in.property(part, SymbolRefAttr.of(in.symbol()));
            in.literal("[");
            var expression = new ArrayList<AffineExpr>();
            var values = in.affineOperands(expression);
            in.literal("]");
            for (var value : values) indices.putIfAbsent(key(value), value);
            var order = List.copyOf(indices.keySet());
            addresses.put(parts.get(i + 1), expression.getFirst().replaceDims(d -> AffineExpr.dim(order.indexOf(key(values.get(d))))));
        }
        var all = List.copyOf(indices.values());
        addresses.forEach((at, expression) -> in.property(at, new AffineMapAttr(new AffineMap(all.size(), 0, List.of(expression)))));
        in.operands(parts.getLast(), all, all.stream().<Type>map(_ -> IndexType.INDEX).toList());
    }

    private static String key(Unresolved value) {
        return value.name() + "#" + value.number();
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var indices = out.operands(op, parts.getLast());
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            var part = parts.get(i);
            if (!(op.attribute(parts.get(i + 1)) instanceof AffineMapAttr at)) continue;
            if (i > 0) out.append(", ");
            if (op.attribute(part) instanceof SymbolRefAttr memory) out.attribute(memory);
            else out.value(out.operands(op, part).getFirst());
            out.append("[");
            at.value().results().getFirst().print(out, d -> out.name(indices.get(d)));
            out.append("]");
        }
    }
}
