package pim.dialect.inst;

import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IndexType;

/// `%i = 0 to 8 step 2 attributes {...} { ... }`; a step of one is not written.
public final class Loop implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var location = in.location();
        var name = in.argumentName();
        in.literal("=");
        in.property("from", IntegerAttr.i64(in.integer()));
        in.literal("to");
        in.property("to", IntegerAttr.i64(in.integer()));
        in.property("step", IntegerAttr.i64(in.tryLiteral("step") ? in.integer() : 1));
        if (in.tryLiteral("attributes")) in.attributes(in.dictionary());
        in.entryArguments(List.of(new OpReader.Argument(name, IndexType.INDEX, location)));
        in.region("body");
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var loop = (CountedLoop) op.op();
        out.value(loop.body().entry().argument(0)).append(" = ").append(loop.from()).append(" to ").append(loop.to());
        if (loop.step() != 1) out.append(" step ").append(loop.step());
        if (!op.attributes().isEmpty()) {
            out.append(" attributes");
            out.dictionary(op.attributes());
        }
        out.append(" ");
        out.region(loop.body(), false);
    }
}
