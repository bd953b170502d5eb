package pim.dialect.isa;

import java.util.Optional;
import pim.define.Format;

/// The vector unit, on `len` elements in local memory. Elements are of input width, those of the result of input or output width. What is added to
/// registers, `offset_value`, counts elements.
public sealed interface Vector extends Instruction {
    /// `rd[i] = rs1[i] + rs2[i]`, of input width.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vvadd(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] - rs2[i]`, of input width.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vvsub(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] * rs2[i]`, of output width.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vvmul(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// The inner product of `rs1` and `rs2`, one element of output width.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vvdmul(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = max(rs1[i], rs2[i])`, of input width.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vvmax(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] << rs2[i]`, of output width.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vvsll(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = rs1[i] >> rs2[i]`, keeping the sign, of output width.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vvsra(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// The mean of `len` elements at `rs1` that are `rs2` elements apart.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vavg(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// `rd[i] = max(rs1[i], 0)`, of output width.
    @Format(value = "custom<Fields>($rd, $rs1, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vrelu(int rd, int rs1, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// The hyperbolic tangent of each element, of output width.
    @Format(value = "custom<Fields>($rd, $rs1, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vtanh(int rd, int rs1, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// The logistic function of each element, of output width.
    @Format(value = "custom<Fields>($rd, $rs1, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vsigm(int rd, int rs1, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// Gathers `len` elements at `rs1` that are `rs2` elements apart.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len) attr-dict", parts = Fields.class)
    record Vmv(int rd, int rs1, int rs2, int len) implements Vector {}

    /// Elements of input width become elements of output width; those above the bound at `rs2` become it.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vrsu(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}

    /// Elements of input width become elements of output width; those below the bound at `rs2` become it.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2, $len, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Vrsl(int rd, int rs1, int rs2, int len, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Vector {}
}
