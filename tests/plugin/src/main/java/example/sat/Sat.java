package example.sat;

import pim.define.Constraints.AnyInteger;
import pim.define.Format;
import pim.define.Is;
import pim.define.Namespace;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Traits.Commutative;
import pim.ir.Traits.Pure;
import pim.ir.Traits.SameType;
import pim.ir.Value;

/// Saturating arithmetic. Each record is an op: its components are the operands and attributes, in that order.
@Namespace("sat")
public sealed interface Sat extends Op {
    /// The sum, or the number of the type that is nearest to it.
    @Format("$lhs `,` $rhs attr-dict `:` type($lhs)")
    record Add(@Is(AnyInteger.class) Value lhs, @Is(AnyInteger.class) Value rhs) implements Sat, Pure, Commutative, SameType {}

    /// The number from `low` to `high` that is nearest to the input.
    @Format("$input `from` $low `to` $high attr-dict `:` type($input)")
    record Limit(@Is(AnyInteger.class) Value input, long low, long high) implements Sat, Pure, SameType {
        @Override public String verify(Operation self) {
            return low <= high ? null : "expects its low end to be at most its high end, but got " + low + " and " + high;
        }
    }
}
