package pim.dialect.arith;

import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.type.IntegerType;

/// `%c, %a, %b {x} : i32`, with the type of the condition before the other where it is no single truth value.
public final class Choice implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var condition = in.operand();
        in.literal(",");
        var whenTrue = in.operand();
        in.literal(",");
        var whenFalse = in.operand();
        if (in.at("{")) in.attributes(in.dictionary());
        in.literal(":");
        var first = in.type();
        boolean two = in.tryLiteral(",");
        var type = two ? in.type() : first;
        in.operands(parts.get(0), List.of(condition), List.of(two ? first : IntegerType.I1));
        in.operands(parts.get(1), List.of(whenTrue), List.of(type));
        in.operands(parts.get(2), List.of(whenFalse), List.of(type));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        out.value(op.operand(0)).append(", ");
        out.value(op.operand(1)).append(", ");
        out.value(op.operand(2));
        out.dictionary(op.attributes());
        out.append(" : ");
        if (!op.operand(0).type().equals(IntegerType.I1)) out.type(op.operand(0).type()).append(", ");
        out.type(op.result().type());
    }
}
