package pim.dialect.isa;

/// One instruction, in fields that are filled anew for each: readers hand the same object to a [ProgramSink] again and again, so that millions pass
/// without a new one. Who keeps an instruction copies it. The fields are those of [Field]; one that the instruction does not have is 0.
public final class MachineInstruction {
    public Opcode opcode;
    public int rd, rs1, rs2, imm, len, size, core, group, mbiw, relu, ibiw, obiw, eventRegister, waitValue, offsetValue, offsetSelect;

    /// Makes it an instruction of `to` whose fields are all 0.
    public MachineInstruction clear(Opcode to) {
        opcode = to;
        rd = rs1 = rs2 = imm = len = size = core = group = mbiw = relu = ibiw = obiw = eventRegister = waitValue = offsetValue = offsetSelect = 0;
        return this;
    }

    public int get(Field field) {
        return switch (field) {
            case RD -> rd;
            case RS1 -> rs1;
            case RS2 -> rs2;
            case IMM -> imm;
            case MBIW -> mbiw;
            case RELU -> relu;
            case GROUP -> group;
            case IBIW -> ibiw;
            case OBIW -> obiw;
            case EVENT_REGISTER -> eventRegister;
            case WAIT_VALUE -> waitValue;
            case CORE -> core;
            case LEN -> len;
            case SIZE -> size;
            case OFFSET_VALUE -> offsetValue;
            case OFFSET_SELECT -> offsetSelect;
        };
    }

    public void set(Field field, int value) {
        switch (field) {
            case RD -> rd = value;
            case RS1 -> rs1 = value;
            case RS2 -> rs2 = value;
            case IMM -> imm = value;
            case MBIW -> mbiw = value;
            case RELU -> relu = value;
            case GROUP -> group = value;
            case IBIW -> ibiw = value;
            case OBIW -> obiw = value;
            case EVENT_REGISTER -> eventRegister = value;
            case WAIT_VALUE -> waitValue = value;
            case CORE -> core = value;
            case LEN -> len = value;
            case SIZE -> size = value;
            case OFFSET_VALUE -> offsetValue = value;
            case OFFSET_SELECT -> offsetSelect = value;
        }
    }

    /// Whether text says the field: it has it, and it is not what is taken when nothing is said.
    public boolean says(Field field) {
        int value = get(field);
        return opcode.has(field) && switch (field) {
            case RELU, OFFSET_VALUE, OFFSET_SELECT -> value != 0;
            case LEN -> !opcode.saysBytesTwice() || len != size;
            case SIZE -> !opcode.saysBytesTwice() || size != 0 || len == 0;
            default -> true;
        };
    }

    /// The bytes that `lldi` and `lmv` fill or move: their `size`, or where a program says `len` alone, as those of PIMCOMP do, that.
    public int bytes() {
        return size != 0 ? size : len;
    }

    /// What is added to the register of rd, rs1 or rs2.
    public int offset(Field register) {
        int bit = switch (register) {
            case RD -> 1;
            case RS1 -> 2;
            case RS2 -> 4;
            default -> throw new IllegalArgumentException(register + " is no register");
        };
        return (offsetSelect & bit) != 0 ? offsetValue : 0;
    }
}
