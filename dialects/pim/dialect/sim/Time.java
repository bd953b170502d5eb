package pim.dialect.sim;

import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;

/// `320 ns`: a time that is kept in picoseconds; written in nanoseconds where these are whole.
public final class Time implements CustomPart {
    private static final long NANOSECOND = 1000;

    private record Scale(String name, long picoseconds) {}

    private static final List<Scale> SCALES = List.of(new Scale("ps", 1), new Scale("ns", NANOSECOND), new Scale("us", 1_000_000),
        new Scale("ms", 1_000_000_000));

    @Override public void parse(OpReader in, List<String> parts) {
        in.property(parts.getFirst(), IntegerAttr.i64(read(in)));
    }

    /// The picoseconds of a number and its unit.
    static long read(OpReader in) {
        long number = in.integer();
        for (var scale : SCALES) {
            if (!in.tryLiteral(scale.name)) continue;
            long limit = Long.MAX_VALUE / scale.picoseconds;
            if (number > limit || number < -limit) throw in.failure("expected a time that can be counted in ps");
            return number * scale.picoseconds;
        }
        throw in.failure("expected a unit of time, ps, ns, us or ms");
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        if (op.attribute(parts.getFirst()) instanceof IntegerAttr i) out.append(text(i.longValue()));
    }

    /// A time as the ops write it.
    public static String text(long picoseconds) {
        return picoseconds % NANOSECOND == 0 ? picoseconds / NANOSECOND + " ns" : picoseconds + " ps";
    }
}
