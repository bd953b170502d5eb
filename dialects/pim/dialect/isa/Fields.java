package pim.dialect.isa;

import java.util.List;
import java.util.stream.IntStream;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.dialect.inst.Indices;
import pim.ir.Operation;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.UnitAttr;
import pim.ir.type.IntegerType;

/// `r0, r1, 512 + %i * 32, len 4, offset 16 rd rs2`: the fields of an instruction. Registers and the immediate stand in their order; the
/// others follow by name, in any order. An offset names the registers that it is added to.
public final class Fields implements CustomPart {
    private static final String INDICES = "indices";
    /// What stands before an offset and the registers that it is added to.
    public static final String OFFSET = "offset";
    /// The registers in the order of the bits of `offset_select`.
    public static final List<Field> REGISTERS = List.of(Field.RD, Field.RS1, Field.RS2);

    private static final String[] NAMES = IntStream.rangeClosed(0, Field.RD.most()).mapToObj(i -> "r" + i).toArray(String[]::new);

    @Override public void parse(OpReader in, List<String> parts) {
        boolean first = true;
        for (var part : parts) {
            var field = Field.of(part);
            if (field == null || !isPositional(field)) continue;
            if (!first) in.literal(",");
            first = false;
            if (field.isRegister()) in.property(part, i32(register(in)));
            else immediate(in);
        }
        while (first || in.tryLiteral(",")) {
            first = false;
            named(in, parts);
        }
    }

    /// Whether the field is known by its place, not by its name.
    public static boolean isPositional(Field field) {
        return field.isRegister() || field == Field.IMM;
    }

    public static boolean isOffset(Field field) {
        return field == Field.OFFSET_VALUE || field == Field.OFFSET_SELECT;
    }

    /// The number of the register called `name`; -1 when there is none.
    public static int register(String name) {
        for (int i = 0; i < NAMES.length; i++) if (NAMES[i].equals(name)) return i;
        return -1;
    }

    private static void immediate(OpReader in) {
        var indices = new Indices();
        var expression = indices.read(in);
        in.property(Field.IMM.key(), indices.map(expression));
        indices.operands(in, INDICES);
    }

    private static int register(OpReader in) {
        for (int i = 0; i < NAMES.length; i++) if (in.tryLiteral(NAMES[i])) return i;
        throw in.failure("expected a register, r0 to r" + Field.RD.most());
    }

    private static void named(OpReader in, List<String> parts) {
        if (parts.contains(Field.OFFSET_VALUE.key()) && in.tryLiteral(OFFSET)) {
            offset(in, parts.contains(Field.OFFSET_SELECT.key()));
            return;
        }
        for (var part : parts) {
            var field = Field.of(part);
            if (field == null || isPositional(field) || isOffset(field) || !in.tryLiteral(part)) continue;
            in.property(part, field == Field.RELU ? UnitAttr.UNIT : i32(in.integer(IntegerType.I32)));
            return;
        }
        throw in.failure("expected a field of the instruction");
    }

    private static void offset(OpReader in, boolean selects) {
        in.property(Field.OFFSET_VALUE.key(), i32(in.integer(IntegerType.I32)));
        if (!selects) return;
        int select = 0;
        for (int bit = 0; bit < 3; bit++) if (in.tryLiteral(REGISTERS.get(bit).key())) select |= 1 << bit;
        if (select != 0) in.property(Field.OFFSET_SELECT.key(), i32(select));
    }

    private static IntegerAttr i32(long value) {
        return IntegerAttr.of(IntegerType.I32, value);
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        boolean first = true;
        for (var part : parts) {
            var value = op.attribute(part);
            if (value == null || part.equals(Field.OFFSET_SELECT.key()) && op.attribute(Field.OFFSET_VALUE.key()) != null) continue;
            if (!first) out.append(", ");
            first = false;
            var field = Field.of(part);
            if (field.isRegister()) out.append("r").append(integer(value));
            else if (field == Field.RELU) out.append(part);
            else if (value instanceof AffineMapAttr map) Indices.print(out, map, out.operands(op, INDICES));
            else if (field == Field.OFFSET_VALUE) offset(out, integer(value), op.attribute(Field.OFFSET_SELECT.key()));
            else if (field == Field.OFFSET_SELECT) offset(out, 0, value);
            else out.append(part).append(" ").append(integer(value));
        }
    }

    private static void offset(OpWriter out, long value, Object select) {
        out.append(OFFSET).append(" ").append(value);
        if (!(select instanceof IntegerAttr bits)) return;
        for (int bit = 0; bit < 3; bit++) if ((bits.longValue() & 1 << bit) != 0) out.append(" ").append(REGISTERS.get(bit).key());
    }

    private static long integer(Object attribute) {
        return ((IntegerAttr) attribute).longValue();
    }
}
