package pim.dialect.isa;

import java.util.List;
import java.util.Optional;
import pim.define.Format;
import pim.define.Is;
import pim.dialect.inst.CoreOp;
import pim.dialect.inst.Count;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Loop;
import pim.ir.Operation;
import pim.ir.Region;

/// What instructions stand in.
public sealed interface Structure extends Isa {
    /// The program of one core, and how many crossbars each of its array groups has; `mvmul` names a group by its place in the list.
    ///
    /// @param weights what each array group holds, for a program whose values are to be computed
    @Format("$core `groups` $groups (`weights` $weights^)? attr-dict-with-keyword $body")
    record Core(int core, long[] groups, Optional<List<GroupAttr>> weights, Region body)
        implements Structure, CoreOp {
        @Override public long number() {
            return core;
        }

        @Override public String verify(Operation self) {
            var wrong = Field.CORE.verify(core);
            if (wrong != null) return wrong;
            for (long crossbars : groups) {
                if (crossbars >= 1 && crossbars <= Integer.MAX_VALUE) continue;
                return "expects array groups of 1 to " + Integer.MAX_VALUE + " crossbars, but got " + crossbars;
            }
            if (weights.isPresent() && weights.get().size() != groups.length) {
                return "expects weights of each of its " + groups.length + " array groups, but got " + weights.get().size();
            }
            return CoreOp.super.verify(self);
        }
    }

    /// Stands for its body for `from`, `from + step`, ... up to but without `to`: there are no branches, a machine gets the instructions unrolled.
    @Format(value = CountedLoop.FORMAT, parts = Loop.class)
    record For(long from, long to, @Is(Count.class) long step, Region body) implements Structure, CountedLoop {}
}
