package pim.dialect.isa;

import static pim.dialect.isa.Field.*;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The instructions of the ISA for PIM accelerators (arXiv 2308.06449) as the open simulator pimsim-nn runs them: number, unit and fields. The ops of
/// the dialect, pimsim-nn's JSON, assembly and words all follow this table. Number 0 would be `nop`, which that simulator cannot run.
public enum Opcode {
    SLDI(1, Unit.SCALAR, RD, IMM),
    SLD(2, Unit.SCALAR, RD, RS1, OFFSET_VALUE),
    SADD(3, Unit.SCALAR, RD, RS1, RS2),
    SSUB(4, Unit.SCALAR, RD, RS1, RS2),
    SMUL(5, Unit.SCALAR, RD, RS1, RS2),
    SADDI(6, Unit.SCALAR, RD, RS1, IMM),
    SMULI(7, Unit.SCALAR, RD, RS1, IMM),
    SETBW(8, Unit.SCALAR, IBIW, OBIW),
    MVMUL(9, Unit.MATRIX, RD, RS1, MBIW, RELU, GROUP),
    VVADD(10, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VVSUB(11, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VVMUL(12, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VVDMUL(13, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VVMAX(14, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VVSLL(15, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VVSRA(16, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VAVG(17, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VRELU(18, Unit.VECTOR, RD, RS1, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VTANH(19, Unit.VECTOR, RD, RS1, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VSIGM(20, Unit.VECTOR, RD, RS1, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VMV(21, Unit.VECTOR, RD, RS1, RS2, LEN),
    VRSU(22, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    VRSL(23, Unit.VECTOR, RD, RS1, RS2, LEN, OFFSET_VALUE, OFFSET_SELECT),
    LD(24, Unit.TRANSFER, RD, RS1, SIZE, OFFSET_VALUE, OFFSET_SELECT),
    ST(25, Unit.TRANSFER, RD, RS1, SIZE, OFFSET_VALUE, OFFSET_SELECT),
    LLDI(26, Unit.TRANSFER, RD, IMM, LEN, SIZE, OFFSET_VALUE, OFFSET_SELECT),
    LMV(27, Unit.TRANSFER, RD, RS1, LEN, SIZE, OFFSET_VALUE, OFFSET_SELECT),
    SEND(28, Unit.TRANSFER, RD, CORE, SIZE, OFFSET_VALUE, OFFSET_SELECT),
    RECV(29, Unit.TRANSFER, RD, CORE, SIZE, OFFSET_VALUE, OFFSET_SELECT),
    WAIT(30, Unit.TRANSFER, EVENT_REGISTER, WAIT_VALUE),
    SYNC(31, Unit.TRANSFER, EVENT_REGISTER, CORE);

    /// What an instruction keeps busy. Those of [#SCALAR], `setbw` among them, are done while they are decoded.
    public enum Unit { SCALAR, MATRIX, VECTOR, TRANSFER }

    private static final Opcode[] BY_NUMBER = new Opcode[64];
    private static final Map<String, Opcode> BY_MNEMONIC = new HashMap<>();

    static {
        for (var opcode : values()) {
            BY_NUMBER[opcode.number] = opcode;
            BY_MNEMONIC.put(opcode.mnemonic, opcode);
        }
    }

    private final int number;
    private final Unit unit;
    private final List<Field> fields;
    private final Set<Field> set;
    private final String mnemonic = name().toLowerCase(Locale.ROOT);

    Opcode(int number, Unit unit, Field... fields) {
        this.number = number;
        this.unit = unit;
        this.fields = List.of(fields);
        this.set = EnumSet.copyOf(this.fields);
    }

    /// The instruction called `mnemonic`; null when there is none.
    public static Opcode of(String mnemonic) {
        return BY_MNEMONIC.get(mnemonic);
    }

    /// The instruction of the number; null when there is none.
    public static Opcode of(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }

    public String mnemonic() {
        return mnemonic;
    }

    /// The six low bits of its word.
    public int number() {
        return number;
    }

    public Unit unit() {
        return unit;
    }

    /// What it says, in the order in which assembly writes it.
    public List<Field> fields() {
        return fields;
    }

    public boolean has(Field field) {
        return set.contains(field);
    }

    /// Whether there are both `len` and `size` for the bytes it works on: by the ISA it has a size, which pimsim-nn calls `len`.
    public boolean saysBytesTwice() {
        return has(LEN) && has(SIZE);
    }

    /// Whether a program must say the field. Of `len` and `size` where there are both, either is enough.
    public boolean requires(Field field) {
        return switch (field) {
            case RELU, OFFSET_VALUE, OFFSET_SELECT -> false;
            case LEN, SIZE -> has(field) && !saysBytesTwice();
            default -> has(field);
        };
    }
}
