package pim.dialect.inst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpReader.Unresolved;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.type.IndexType;

/// `%buffer[%i * 60 + 4], @memory[%y * 240]`: where an instruction works. The components are those that name a buffer (an operand) or a memory
/// (an attribute); the address of `buffer` is the attribute
/// `buffer_at`. One that the text leaves out, from the second on, the op does not have. The last component holds the loop variables that the addresses use, each once.
final class Addresses implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var indices = new LinkedHashMap<String, Unresolved>();
        var maps = new LinkedHashMap<String, AffineExpr>();
        for (var part : parts.subList(0, parts.size() - 1)) {
            boolean first = maps.isEmpty();
            if (!first && !in.tryLiteral(",")) {
                in.operands(part, List.of(), List.of());
                continue;
            }
            if (in.atOperand()) in.operands(part, List.of(in.operand()), List.of(BufferType.BUFFER));
            else in.property(part, SymbolRefAttr.of(in.symbol()));
            in.literal("[");
            var expression = new ArrayList<AffineExpr>();
            var values = in.affineOperands(expression);
            in.literal("]");
            var places = new ArrayList<Integer>();
            for (var value : values) {
                var key = value.name() + "#" + value.number();
                indices.putIfAbsent(key, value);
                places.add(List.copyOf(indices.keySet()).indexOf(key));
            }
            maps.put(part, expression.getFirst().replaceDims(d -> AffineExpr.dim(places.get(d))));
        }
        var all = List.copyOf(indices.values());
        maps.forEach((part, expression) -> in.property(part + "_at", new AffineMapAttr(new AffineMap(all.size(), 0, List.of(expression)))));
        in.operands(parts.getLast(), all, all.stream().<pim.ir.type.Type>map(_ -> IndexType.INDEX).toList());
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var indices = out.operands(op, parts.getLast());
        boolean first = true;
        for (var part : parts.subList(0, parts.size() - 1)) {
            if (!(op.attribute(part + "_at") instanceof AffineMapAttr at)) continue;
            if (!first) out.append(", ");
            first = false;
            if (op.attribute(part) instanceof SymbolRefAttr memory) out.attribute(memory);
            else out.value(out.operands(op, part).getFirst());
            out.append("[");
            at.value().results().getFirst().print(out, d -> out.name(indices.get(d)));
            out.append("]");
        }
    }
}
