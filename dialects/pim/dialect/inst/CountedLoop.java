package pim.dialect.inst;

import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.type.IndexType;

/// A loop whose bounds are known: `from`, `from + step`, ... up to but without `to`. The argument of its body is the variable.
public interface CountedLoop extends Op, Traits.NoTerminator, Traits.SingleBlock {
    /// Its text, with [Loop].
    String FORMAT = "custom<Loop>($from, $to, $step, $body)";

    long from();

    long to();

    long step();

    Region body();

    /// How often the body runs.
    default long trips() {
        return Math.max(0, Math.ceilDiv(to() - from(), step()));
    }

    @Override default String verify(Operation self) {
        for (long bound : new long[] {from(), to()}) {
            if (bound > Count.LARGEST || bound < -Count.LARGEST)
                return "expects bounds from " + -Count.LARGEST + " to " + Count.LARGEST + ", but got " + bound;
        }
        if (body().isEmpty()) return "expects a body";
        var arguments = body().entry().arguments();
        boolean one = arguments.size() == 1 && arguments.getFirst().type() instanceof IndexType;
        return one ? null : "expects one argument of its body, of type index";
    }
}
