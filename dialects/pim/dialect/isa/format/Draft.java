package pim.dialect.isa.format;

import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Opcode;

/// An instruction that is being read, and whether it says what it must.
final class Draft {
    private static final Field[] FIELDS = Field.values();
    private static final int[] HAS = new int[Opcode.values().length], REQUIRES = new int[HAS.length];

    static {
        for (var opcode : Opcode.values()) {
            for (var field : FIELDS) {
                if (opcode.has(field)) HAS[opcode.ordinal()] |= 1 << field.ordinal();
                if (opcode.requires(field)) REQUIRES[opcode.ordinal()] |= 1 << field.ordinal();
            }
        }
    }

    final MachineInstruction instruction = new MachineInstruction();
    private int said, zeros;

    void clear() {
        instruction.clear(null);
        said = zeros = 0;
    }

    boolean says(Field field) {
        return (said & 1 << field.ordinal()) != 0;
    }

    /// Sets the field. What is wrong with it, as it reads behind the instruction's name; null when nothing is.
    String set(Field field, long value) {
        // What says nothing may stand where it means nothing.
        if (value == 0 && field.least() > 0) {
            zeros |= 1 << field.ordinal();
            return says(field) ? twice(field) : null;
        }
        var wrong = field.verify(value);
        if (wrong != null) return wrong;
        if (says(field)) return twice(field);
        said |= 1 << field.ordinal();
        instruction.set(field, (int) value);
        return null;
    }

    private static String twice(Field field) {
        return "says " + field.key() + " twice";
    }

    /// What is wrong with the instruction as a whole, as it reads behind its name; null when nothing is.
    ///
    /// @param groups how many array groups the core has
    String verify(int groups) {
        var opcode = instruction.opcode;
        int index = opcode.ordinal();
        for (int left = said & ~HAS[index]; left != 0; left &= left - 1) {
            var field = FIELDS[Integer.numberOfTrailingZeros(left)];
            if (instruction.get(field) != 0) return "has no field " + field.key() + ", but got " + instruction.get(field);
        }
        int missing = REQUIRES[index] & ~said;
        if (missing != 0) {
            int first = Integer.numberOfTrailingZeros(missing);
            return (zeros & 1 << first) != 0 ? FIELDS[first].verify(0) : "expects " + FIELDS[first].key() + ", but got none";
        }
        if (opcode.saysBytesTwice() && !says(Field.LEN) && !says(Field.SIZE)) return "expects size or len, but got neither";
        if (opcode == Opcode.MVMUL && instruction.group >= groups) {
            return "names group " + instruction.group + ", but the core has " + groups;
        }
        return null;
    }
}
