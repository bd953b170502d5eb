package pim.dialect.isa.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Opcode;
import pim.dialect.isa.Refusal;

/// Instructions as words of 64 bits, low bit first: opcode 0-5, rd 6-10, rs1 11-15, rs2 16-20 (or `mbiw`), `len` or `size` 21-31 (of `mvmul` group
/// 21-30 and relu 31), immediate or `wait_value` 32-63, or there offset_value 32-60 and offset_select 61-63. `lldi` has its immediate in 11-18;
/// `send`, `recv` and `sync` have the core in 11-20 and their register in 6-10, as `wait` has. The widths of `setbw`, for which the ISA gives no
/// places, are in 6-15 and 16-25. `len` and `size` of an instruction that has both are one field.
final class Encoding {
    /// Where a field lies. Those of 32 bits and offsets have a sign.
    private record Place(Field field, int shift, int width) {
        boolean signed() {
            return field == Field.OFFSET_VALUE || width == Integer.SIZE;
        }

        boolean fits(int value) {
            if (width == Integer.SIZE) return true;
            return signed() ? value >= -(1 << width - 1) && value < 1 << width - 1 : value >>> width == 0;
        }

        long encode(int value) {
            return (value & (1L << width) - 1) << shift;
        }

        int decode(long word) {
            long aligned = word << Long.SIZE - shift - width;
            return (int) (signed() ? aligned >> Long.SIZE - width : aligned >>> Long.SIZE - width);
        }

        long mask() {
            return encode(-1);
        }
    }

    private static final int OPCODE_BITS = 6;
    private static final Map<Opcode, List<Place>> PLACES = new EnumMap<>(Opcode.class);

    static {
        for (var opcode : Opcode.values()) {
            var places = new ArrayList<Place>();
            for (var field : opcode.fields()) if (field != Field.LEN || !opcode.saysBytesTwice()) places.add(place(opcode, field));
            PLACES.put(opcode, List.copyOf(places));
        }
    }

    private Encoding() {}

    private static Place place(Opcode opcode, Field field) {
        return switch (field) {
            case RD, EVENT_REGISTER -> new Place(field, 6, 5);
            case RS1 -> new Place(field, 11, 5);
            case RS2, MBIW -> new Place(field, 16, 5);
            case IBIW -> new Place(field, 6, 10);
            case OBIW -> new Place(field, 16, 10);
            case CORE -> new Place(field, 11, 10);
            case LEN, SIZE -> new Place(field, 21, 11);
            case GROUP -> new Place(field, 21, 10);
            case RELU -> new Place(field, 31, 1);
            case IMM -> opcode == Opcode.LLDI ? new Place(field, 11, 8) : new Place(field, 32, 32);
            case WAIT_VALUE -> new Place(field, 32, 32);
            case OFFSET_VALUE -> opcode.has(Field.OFFSET_SELECT) ? new Place(field, 32, 29) : new Place(field, 32, 32);
            case OFFSET_SELECT -> new Place(field, 61, 3);
        };
    }

    /// The word of an instruction.
    ///
    /// @throws Refusal when a field does not fit
    static long word(MachineInstruction instruction) throws Refusal {
        var wrong = verify(instruction);
        if (wrong != null) throw new Refusal(wrong);
        long word = instruction.opcode.number();
        for (var place : PLACES.get(instruction.opcode)) word |= place.encode(value(instruction, place.field));
        return word;
    }

    private static String verify(MachineInstruction instruction) {
        for (var place : PLACES.get(instruction.opcode)) {
            int value = value(instruction, place.field);
            if (!place.fits(value)) return "has " + place.field.key() + " " + value + ", which does not fit into " + place.width + " bits";
        }
        if (!instruction.opcode.saysBytesTwice() || instruction.size == 0 || instruction.size == instruction.len) return null;
        return "has size " + instruction.size + " and len " + instruction.len + ", for which a word has one field";
    }

    private static int value(MachineInstruction instruction, Field field) {
        return field == Field.SIZE && instruction.opcode.saysBytesTwice() ? instruction.bytes() : instruction.get(field);
    }

    /// Reads the word into `draft`. What is wrong with it, as it reads behind the word; null when nothing is.
    static String decode(long word, Draft draft) {
        draft.clear();
        int number = (int) (word & (1 << OPCODE_BITS) - 1);
        var opcode = Opcode.of(number);
        if (opcode == null) return "there is no instruction of opcode " + number;
        draft.instruction.opcode = opcode;
        long known = (1 << OPCODE_BITS) - 1;
        for (var place : PLACES.get(opcode)) {
            known |= place.mask();
            var wrong = draft.set(place.field, place.decode(word));
            if (wrong != null) return "'" + opcode.mnemonic() + "' " + wrong;
        }
        if ((word & ~known) != 0) return "'" + opcode.mnemonic() + "' has no bits " + Long.toHexString(word & ~known) + ", but they are set";
        if (opcode.saysBytesTwice()) draft.instruction.len = draft.instruction.size;
        return null;
    }
}
