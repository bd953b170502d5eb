package pim.dialect.isa;

import pim.define.Format;

/// The crossbars.
public sealed interface Matrix extends Instruction {
    /// The arrays of group `group` of the core multiply the vector at `rs1` by their matrix of weights of `mbiw` bits; the sums go to `rd`, with
    /// `relu` none below zero.
    @Format(value = "custom<Fields>($rd, $rs1, $mbiw, $relu, $group) attr-dict", parts = Fields.class)
    record Mvmul(int rd, int rs1, int mbiw, boolean relu, int group) implements Matrix {}
}
