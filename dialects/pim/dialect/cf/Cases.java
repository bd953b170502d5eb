package pim.dialect.cf;

import java.util.ArrayList;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader.Unresolved;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.Shape;
import pim.ir.type.Type;
import pim.ir.type.VectorType;

/// ```
/// %flag : i32, [
///   default: ^bb1(%a : i32),
///   42: ^bb2
/// ]
/// ```
public final class Cases implements CustomPart {
    /// A successor as it is written, with what it gets.
    private record Target(Block block, List<Unresolved> values, List<Type> types) {}

    @Override public void parse(OpReader in, List<String> parts) {
        var flag = in.operand();
        in.literal(":");
        var type = in.type();
        int width = type instanceof IndexType ? 64 : type instanceof IntegerType i ? i.width() : 0;
        if (width < 1 || width > 64) throw in.failure("expected a flag of an integer type of up to 64 bits, but got '" + type + "'");
        in.literal(",");
        in.literal("[");
        in.literal("default");
        in.literal(":");
        var otherwise = target(in);
        var values = new ArrayList<Unresolved>();
        var types = new ArrayList<Type>();
        var numbers = new ArrayList<Long>();
        var segments = new ArrayList<Long>();
        var blocks = new ArrayList<>(List.of(otherwise.block));
        while (in.tryLiteral(",")) {
            numbers.add(in.integer(type instanceof IntegerType i ? i : IntegerType.I64));
            in.literal(":");
            var target = target(in);
            values.addAll(target.values);
            types.addAll(target.types);
            blocks.add(target.block);
            segments.add((long) target.values.size());
        }
        in.literal("]");
        if (in.at("{")) in.attributes(in.dictionary());
        in.successors(blocks);
        in.operands(parts.get(0), List.of(flag), List.of(type));
        in.operands(parts.get(1), otherwise.values, otherwise.types);
        in.operands(parts.get(2), values, types);
        if (!numbers.isEmpty()) in.property(parts.get(3), elements(type, numbers));
        in.property(parts.get(4), DenseArrayAttr.i32(segments.stream().mapToLong(s -> s).toArray()));
    }

    private static Target target(OpReader in) {
        var block = in.successor();
        var values = new ArrayList<Unresolved>();
        var types = new ArrayList<Type>();
        if (in.tryLiteral("(")) {
            do values.add(in.operand());
            while (in.tryLiteral(","));
            in.literal(":");
            do types.add(in.type());
            while (in.tryLiteral(","));
            in.literal(")");
        }
        return new Target(block, values, types);
    }

    static DenseElementsAttr elements(Type type, List<Long> numbers) {
        int bytes = DenseElementsAttr.elementBytes(type);
        boolean same = numbers.stream().distinct().count() == 1;
        var raw = new byte[bytes * (same ? 1 : numbers.size())];
        long bits = type instanceof IntegerType(var width, _) && width < 64 ? (1L << width) - 1 : -1;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) ((numbers.get(i / bytes) & bits) >> 8 * (i % bytes));
        }
        return new DenseElementsAttr(new VectorType(Shape.of(numbers.size()), 0, type), raw);
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var says = (Cf.Switch) op.op();
        var cases = says.cases();
        out.value(says.flag()).append(" : ").type(says.flag().type()).append(", [");
        out.newLine();
        out.append("  default: ");
        target(out, op, says, 0);
        for (int i = 0; i < cases.length; i++) {
            out.append(",");
            out.newLine();
            out.append("  ").append(Long.toUnsignedString(cases[i] << says.unusedBits() >>> says.unusedBits())).append(": ");
            target(out, op, says, i + 1);
        }
        if (cases.length > 0) out.newLine();
        out.append("]");
        out.dictionary(op.attributes());
    }

    private static void target(OpWriter out, Operation op, Cf.Switch says, int index) {
        out.successor(op.successors().get(index));
        var passed = says.passed(index);
        if (passed.isEmpty()) return;
        out.append("(").list(passed, out::value).append(" : ").list(Value.types(passed), out::type).append(")");
    }
}
