package pim.dialect.inst;

import java.util.LinkedHashMap;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.SymbolRefAttr;

/// `%buffer[%i * 60 + 4], @memory[%y * 240]`: where an instruction works. The components come in pairs: one that names a buffer (an operand) or a
/// memory (an attribute), and the address in it, which the text may leave out from the second pair on for the op to have neither. The last
/// component holds the loop variables that the addresses use, each once.
public final class Addresses implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var indices = new Indices();
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
            addresses.put(parts.get(i + 1), indices.read(in));
            in.literal("]");
        }
        addresses.forEach((at, expression) -> in.property(at, indices.map(expression)));
        indices.operands(in, parts.getLast());
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
            Indices.print(out, at, indices);
            out.append("]");
        }
    }
}
