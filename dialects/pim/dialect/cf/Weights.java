package pim.dialect.cf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.type.IntegerType;

/// `weights([1, 2])`, or nothing where there are none.
public final class Weights implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        if (!in.tryLiteral("weights")) return;
        var weights = new ArrayList<Long>();
        in.literal("(");
        in.literal("[");
        do weights.add(in.integer(IntegerType.I32));
        while (in.tryLiteral(","));
        in.literal("]");
        in.literal(")");
        in.property(parts.getFirst(), DenseArrayAttr.i32(weights.stream().mapToLong(w -> w).toArray()));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        if (!(op.attribute(parts.getFirst()) instanceof DenseArrayAttr weights)) return;
        out.append(" weights([").list(LongStream.of(weights.values()).boxed().toList(), out::append).append("])");
    }
}
