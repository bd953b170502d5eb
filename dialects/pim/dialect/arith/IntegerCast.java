package pim.dialect.arith;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pim.define.Format;
import pim.define.Is;
import pim.define.Name;
import pim.ir.Folded;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.MemRefType;
import pim.ir.type.ShapedType;
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

        @Override public String verify(Operation self) {
            return IntegerCast.index(this);
        }
    }

    /// An index as an integer or the other way round, with zeros put in or the upper bits left away.
    @Name("index_castui")
    @Format("$input attr-dict `:` type($input) `to` type($out)")
    record IndexCastUnsigned(@Name("in") Value input, Type out) implements IntegerCast {
        @Override public boolean isUnsigned() {
            return true;
        }

        @Override public String verify(Operation self) {
            return IntegerCast.index(this);
        }
    }

    @Override default Folded fold(List<Attribute> operands) {
        Bits from = Bits.of(input().type()), to = Bits.of(out());
        if (from == null || to == null || !(operands.getFirst() instanceof IntegerAttr a)) return null;
        return new Folded.Constant(to.constant(out(), isUnsigned() ? from.unsigned(a.value()) : a.value()));
    }

    private static String widths(IntegerCast cast, boolean narrower) {
        Type from = SignlessIntegerLike.element(cast.input().type()), to = SignlessIntegerLike.element(cast.out());
        var wrong = shapes(cast);
        if (wrong != null) return wrong;
        boolean fits = from instanceof IntegerType(var before, _) && to instanceof IntegerType(var after, _)
            && (narrower ? before > after : before < after);
        return fits ? null : incompatible(cast) + ": the result must be " + (narrower ? "narrower" : "wider");
    }

    private static String index(IntegerCast cast) {
        Type from = indexOrInteger(cast.input().type()), to = indexOrInteger(cast.out());
        if (from == null) return "operand #0 ('in') must be signless-integer-like or memref of signless-integer, but got '" + cast.input().type()
            + "'";
        if (to == null) return "result #0 ('out') must be signless-integer-like or memref of signless-integer, but got '" + cast.out() + "'";
        var wrong = shapes(cast);
        if (wrong != null) return wrong;
        return from instanceof IndexType == to instanceof IndexType ? incompatible(cast) + ": one of them must be of index" : null;
    }

    private static Type indexOrInteger(Type type) {
        var element = type instanceof ShapedType shaped ? shaped.element() : type;
        return new SignlessIntegerLike().accepts(element) ? element : null;
    }

    /// What is wrong when one of the two has elements that the other has not.
    private static String shapes(IntegerCast cast) {
        Type from = cast.input().type(), to = cast.out();
        if (from.getClass() == to.getClass() || from instanceof ShapedType && to instanceof ShapedType) {
            boolean same = !(from instanceof ShapedType a && to instanceof ShapedType b) || from.getClass() == to.getClass()
                && Objects.equals(a.shape(), b.shape());
            if (!same) return "failed to verify that input and output have the same tensor dimensions, but got '" + from + "' and '" + to + "'";
            boolean alike = from instanceof MemRefType
                || SignlessIntegerLike.with(from, IntegerType.I1).equals(SignlessIntegerLike.with(to, IntegerType.I1));
            return alike ? null : incompatible(cast);
        }
        return from instanceof ShapedType || to instanceof ShapedType
            ? "requires the same shape for all operands and results, but got '" + from + "' and '" + to + "'" : null;
    }

    private static String incompatible(IntegerCast cast) {
        return "operand type '" + cast.input().type() + "' and result type '" + cast.out() + "' are cast incompatible";
    }
}
