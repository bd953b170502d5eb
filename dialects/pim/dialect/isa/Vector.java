package pim.dialect.isa;

import java.util.Optional;
import pim.define.Format;
import pim.dialect.quant.UniformType;
import pim.ir.Operation;

/// The vector unit, on `len` elements in local memory: signed integers of input width, those of the result of input or output width. What is computed
/// is exact up to 64 bits; of a result that is wider than its element the low bits are kept. All operands are read before anything is written. What
/// is added to registers, `offset_value`, counts elements.
public sealed interface Vector extends Instruction {
    /// The text of those with two operands, and how that of those with one begins.
    String BINARY = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict",
        UNARY = "custom<Fields>($rd, $rs1, $len, $offset_value, $offset_select)";

    private static String verifyFractions(long[] fractions) {
        int most = UniformType.LARGEST_FRACTION;
        for (long f : fractions) if (f < -most || f > most) return "expects fractions from " + -most + " to " + most + ", but got " + f;
        return fractions.length == 2 ? null : "expects two fractions, of its input and its output, but got " + fractions.length;
    }

    /// `rd[i] = rs1[i] + rs2[i]`, of input width.
    @Format(value = BINARY, parts = Fields.class)
    record Vvadd(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] - rs2[i]`, of input width.
    @Format(value = BINARY, parts = Fields.class)
    record Vvsub(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] * rs2[i]`, of output width.
    @Format(value = BINARY, parts = Fields.class)
    record Vvmul(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// The inner product of `rs1` and `rs2`, one element of output width.
    @Format(value = BINARY, parts = Fields.class)
    record Vvdmul(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = max(rs1[i], rs2[i])`, of input width.
    @Format(value = BINARY, parts = Fields.class)
    record Vvmax(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] << rs2[i]`, of output width. Shifts go from 0 to 63.
    @Format(value = BINARY, parts = Fields.class)
    record Vvsll(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] >> rs2[i]`, keeping the sign, of output width. Shifts go from 0 to 63, also where elements are narrower.
    @Format(value = BINARY, parts = Fields.class)
    record Vvsra(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// The mean of `len` elements at `rs1` that are `rs2` elements apart, one element of output width: their exact sum divided once, rounded half up.
    @Format(value = BINARY, parts = Fields.class)
    record Vavg(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = max(rs1[i], 0)`, of output width.
    @Format(value = UNARY + " attr-dict", parts = Fields.class)
    record Vrelu(int rd, int rs1, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// The hyperbolic tangent of each element, of output width: computed in double precision, rounded half to even, saturating.
    ///
    /// @param fractions bits behind the point of input and output elements, for a program whose values are to be computed; a machine is built for
    ///                  them
    @Format(value = UNARY + " (`fractions` $fractions^)? attr-dict", parts = Fields.class)
    record Vtanh(int rd, int rs1, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect, Optional<long[]> fractions)
        implements Vector {
        @Override public String verify(Operation self) {
            var wrong = Vector.super.verify(self);
            return wrong != null || fractions.isEmpty() ? wrong : verifyFractions(fractions.get());
        }
    }

    /// The logistic function of each element, of output width: computed in double precision, rounded half to even, saturating.
    ///
    /// @param fractions bits behind the point of input and output elements, for a program whose values are to be computed; a machine is built for
    ///                  them
    @Format(value = UNARY + " (`fractions` $fractions^)? attr-dict", parts = Fields.class)
    record Vsigm(int rd, int rs1, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect, Optional<long[]> fractions)
        implements Vector {
        @Override public String verify(Operation self) {
            var wrong = Vector.super.verify(self);
            return wrong != null || fractions.isEmpty() ? wrong : verifyFractions(fractions.get());
        }
    }

    /// Gathers `len` elements at `rs1` that are `rs2` elements apart, of input width. With `rs2` at 0 the first is repeated.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len) attr-dict", parts = Fields.class)
    record Vmv(int rd, int rs1, int rs2, int len) implements Vector {}

    /// Elements of input width become elements of output width; those above the one element at `rs2`, of input width, become it first.
    @Format(value = BINARY, parts = Fields.class)
    record Vrsu(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// Elements of input width become elements of output width; those below the one element at `rs2`, of input width, become it first.
    @Format(value = BINARY, parts = Fields.class)
    record Vrsl(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}
}
