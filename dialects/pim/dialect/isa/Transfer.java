package pim.dialect.isa;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints;
import pim.define.Format;
import pim.define.Is;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;

/// Local and global memory and the other cores. Sizes and what is added to registers, `offset_value`, are bytes.
public sealed interface Transfer extends Instruction {
    /// `size` bytes of global memory at `rs1` to local memory at `rd`.
    @Format(value = "custom<Fields>($rd, $rs1, $size, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Ld(int rd, int rs1, int size, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Transfer {}

    /// `size` bytes of local memory at `rs1` to global memory at `rd`.
    @Format(value = "custom<Fields>($rd, $rs1, $size, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record St(int rd, int rs1, int size, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Transfer {}

    /// Fills `size` bytes at `rd` with the low byte of `imm`. A program says `size`, or `len` alone as PIMCOMP does, or both where they differ;
    /// pimsim-nn takes `len` for time and energy.
    @Format(value = "custom<Fields>($rd, $imm, $indices, $len, $size, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Lldi(int rd, AffineMapAttr imm, @Is(Constraints.Index.class) List<Value> indices, Optional<Integer> len, Optional<Integer> size,
                Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Transfer {}

    /// Copies `size` bytes of local memory from `rs1` to `rd`. For `len` see [Lldi].
    @Format(value = "custom<Fields>($rd, $rs1, $len, $size, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Lmv(int rd, int rs1, Optional<Integer> len, Optional<Integer> size, Optional<Integer> offsetValue, Optional<Integer> offsetSelect)
        implements Transfer {}

    /// Gives `size` bytes at `rd` to the core, when that receives them.
    @Format(value = "custom<Fields>($rd, $core, $size, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Send(int rd, int core, int size, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Transfer {}

    /// Takes `size` bytes from the core to `rd`, when that sends them.
    @Format(value = "custom<Fields>($rd, $core, $size, $offset_value, $offset_select) attr-dict", parts = Fields.class)
    record Recv(int rd, int core, int size, Optional<Integer> offsetValue, Optional<Integer> offsetSelect) implements Transfer {}

    /// Waits until the event register has the value, and clears it.
    @Format(value = "custom<Fields>($event_register, $wait_value) attr-dict", parts = Fields.class)
    record Wait(int eventRegister, int waitValue) implements Transfer {}

    /// Adds one to the event register of the core.
    @Format(value = "custom<Fields>($event_register, $core) attr-dict", parts = Fields.class)
    record Sync(int eventRegister, int core) implements Transfer {}
}
