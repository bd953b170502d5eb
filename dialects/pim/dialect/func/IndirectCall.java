package pim.dialect.func;

import java.util.ArrayList;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.type.FunctionType;

/// `%f(%a) {x} : (i32) -> f32`, where the type is that of the function and says those of all operands and results.
public final class IndirectCall implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var function = in.operand();
        var arguments = new ArrayList<OpReader.Unresolved>();
        in.literal("(");
        while (!in.at(")")) {
            if (!arguments.isEmpty()) in.literal(",");
            arguments.add(in.operand());
        }
        in.literal(")");
        if (in.at("{")) in.attributes(in.dictionary());
        in.literal(":");
        if (!(in.type() instanceof FunctionType type)) throw in.failure("expected the type of a function before this");
        if (type.inputs().size() != arguments.size()) throw in.failure("expected " + type.inputs().size()
            + " operands, as the function has, but got " + arguments.size());
        in.operands(parts.get(0), List.of(function), List.of(type));
        in.operands(parts.get(1), arguments, type.inputs());
        in.results(parts.get(2), type.results());
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        out.value(op.operand(0)).append("(").list(op.operands().subList(1, op.operandCount()), out::value);
        out.append(")");
        out.dictionary(op.attributes());
        out.append(" : ").type(op.operand(0).type());
    }
}
