package pim.dialect.isa;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints;
import pim.define.Format;
import pim.define.Is;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;

/// The scalar registers and the widths of elements: done while they are decoded, no unit is busy. An immediate is an affine expression of the
/// variables of the loops around.
public sealed interface Scalar extends Instruction {
    /// `rd = imm`.
    @Format(value = "custom<Fields>($rd, $imm, $indices) attr-dict", parts = Fields.class)
    record Sldi(int rd, AffineMapAttr imm, @Is(Constraints.Index.class) List<Value> indices) implements Scalar {}

    /// `rd` = 4 bytes of global memory at `rs1` plus the offset.
    @Format(value = "custom<Fields>($rd, $rs1, $offset_value) attr-dict", parts = Fields.class)
    record Sld(int rd, int rs1, Optional<Integer> offsetValue) implements Scalar {}

    /// `rd = rs1 + rs2`.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2) attr-dict", parts = Fields.class)
    record Sadd(int rd, int rs1, int rs2) implements Scalar {}

    /// `rd = rs1 - rs2`.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2) attr-dict", parts = Fields.class)
    record Ssub(int rd, int rs1, int rs2) implements Scalar {}

    /// `rd = rs1 * rs2`.
    @Format(value = "custom<Fields>($rd, $rs1, $rs2) attr-dict", parts = Fields.class)
    record Smul(int rd, int rs1, int rs2) implements Scalar {}

    /// `rd = rs1 + imm`.
    @Format(value = "custom<Fields>($rd, $rs1, $imm, $indices) attr-dict", parts = Fields.class)
    record Saddi(int rd, int rs1, AffineMapAttr imm, @Is(Constraints.Index.class) List<Value> indices) implements Scalar {}

    /// `rd = rs1 * imm`.
    @Format(value = "custom<Fields>($rd, $rs1, $imm, $indices) attr-dict", parts = Fields.class)
    record Smuli(int rd, int rs1, AffineMapAttr imm, @Is(Constraints.Index.class) List<Value> indices) implements Scalar {}

    /// From here on input elements have `ibiw` bits and output elements `obiw`, each in as few bytes as hold them.
    @Format(value = "custom<Fields>($ibiw, $obiw) attr-dict", parts = Fields.class)
    record Setbw(int ibiw, int obiw) implements Scalar {}
}
