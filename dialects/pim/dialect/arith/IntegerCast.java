package pim.dialect.arith;

import java.util.List;
import java.util.Optional;
import pim.define.Format;
import pim.define.Is;
import pim.define.Name;
import pim.ir.Folded;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// Integers as integers of another width.
public sealed interface IntegerCast extends Arith {
    Value input();

    Type out();

    /// Whether the bits that come in are taken as an unsigned number.
    boolean isUnsigned();

    /// Repeats the sign in the bits that come in.
    @Format("$input attr-dict `:` type($input) `to` type($out)")
    record Extsi(@Name("in") @Is(SignlessIntegerLike.class) Value input, @Is(SignlessIntegerLike.class) Type out) implements IntegerCast {
        @Override public boolean isUnsigned() {
            return false;
        }

        @Override public String verify(Operation self) {
            return IntegerCast.widths(this, false);
        }
    }

    /// Sets the bits that come in to zero.
    @Format("$input attr-dict `:` type($input) `to` type($out)")
    record Extui(@Name("in") @Is(SignlessIntegerLike.class) Value input, @Is(SignlessIntegerLike.class) Type out) implements IntegerCast {
        @Override public boolean isUnsigned() {
            return true;
        }

        @Override public String verify(Operation self) {
            return IntegerCast.widths(this, false);
        }
    }

    /// Leaves the upper bits away.
    @Format(value = "$input `` custom<Overflow>($overflowFlags) attr-dict `:` type($input) `to` type($out)", parts = Overflow.class)
    record Trunci(@Name("in") @Is(SignlessIntegerLike.class) Value input, @Name("overflowFlags") Optional<OverflowAttr> overflowFlags,
        @Is(SignlessIntegerLike.class) Type out) implements IntegerCast {
        @Override public boolean isUnsigned() {
            return false;
        }

        @Override public String verify(Operation self) {
            return IntegerCast.widths(this, true);
        }
    }

    /// An index as an integer or the other way round, with the sign repeated or the upper bits left away.
    @Format("$input attr-dict `:` type($input) `to` type($out)")
    record IndexCast(@Name("in") Value input, Type out) implements IntegerCast {
        @Override public boolean isUnsigned() {
            return false;
        }
    }

    /// An index as an integer or the other way round, with zeros put in or the upper bits left away.
    @Name("index_castui")
    @Format("$input attr-dict `:` type($input) `to` type($out)")
    record IndexCastUnsigned(@Name("in") Value input, Type out) implements IntegerCast {
        @Override public boolean isUnsigned() {
            return true;
        }
    }

    @Override default Folded fold(List<Attribute> operands) {
        Bits from = Bits.of(input().type()), to = Bits.of(out());
        if (from == null || to == null || !(operands.getFirst() instanceof IntegerAttr a)) return null;
        return new Folded.Constant(to.constant(out(), isUnsigned() ? from.unsigned(a.value()) : a.value()));
    }

    private static String widths(IntegerCast cast, boolean narrower) {
        Type from = SignlessIntegerLike.element(cast.input().type()), to = SignlessIntegerLike.element(cast.out());
        boolean fits = from instanceof IntegerType(var before, _) && to instanceof IntegerType(var after, _)
            && (narrower ? before > after : before < after);
        return fits ? null : "result type '" + cast.out() + "' must be " + (narrower ? "narrower" : "wider") + " than operand type '"
            + cast.input().type() + "'";
    }
}
