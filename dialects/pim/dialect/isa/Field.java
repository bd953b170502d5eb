package pim.dialect.isa;

import java.util.Locale;

/// What an instruction can say beside its opcode. A field that an instruction does not have, or that is left out, is 0.
public enum Field {
    /// The register that says where the result goes; of `st` the address in global memory, of `send` and `recv` the one in local memory.
    RD(0, 31),
    /// The registers that say where operands are.
    RS1(0, 31), RS2(0, 31),
    IMM(Integer.MIN_VALUE, Integer.MAX_VALUE),
    /// Bits of a weight.
    MBIW(1, 32),
    /// Whether negative sums become zero.
    RELU(0, 1),
    /// The array group, by its place among those of the core.
    GROUP(0, Integer.MAX_VALUE),
    /// Bits of input elements and of output elements.
    IBIW(1, 64), OBIW(1, 64),
    /// The event register, and the value that it is awaited to have.
    EVENT_REGISTER(0, 31), WAIT_VALUE(0, Integer.MAX_VALUE),
    /// The other core.
    CORE(0, 0xffff),
    /// Elements. Of `lldi` and `lmv`, which count bytes, what pimsim-nn takes for the size.
    LEN(0, Integer.MAX_VALUE),
    /// Bytes.
    SIZE(0, Integer.MAX_VALUE),
    /// Elements of vector instructions, else bytes, that are added to the registers of [#OFFSET_SELECT]; of `sld` to the one there is.
    OFFSET_VALUE(Integer.MIN_VALUE, Integer.MAX_VALUE),
    /// Bit 0 for rd, bit 1 for rs1, bit 2 for rs2.
    OFFSET_SELECT(0, 7);

    private final int least, most;
    private final String key = name().toLowerCase(Locale.ROOT);

    Field(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /// Its name in the IR and in pimsim-nn's JSON.
    public String key() {
        return key;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    public boolean isRegister() {
        return this == RD || this == RS1 || this == RS2;
    }

    /// The field called `key`; null when there is none.
    public static Field of(String key) {
        for (var field : values()) if (field.key.equals(key)) return field;
        return null;
    }

    /// What is wrong with `value`, as it reads behind the instruction's name; null when nothing is.
    public String verify(long value) {
        return value >= least && value <= most ? null : "expects " + key + " from " + least + " to " + most + ", but got " + value;
    }
}
