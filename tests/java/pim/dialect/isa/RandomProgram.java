package pim.dialect.isa;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// A program of all instructions with any values that their fields can have, the same for the same seed.
///
/// @param words whether each instruction must fit into a word
public record RandomProgram(long seed, boolean words) {
    private static final int CORES = 5;

    public void stream(ProgramSink sink) throws IOException {
        var random = new Random(seed);
        var groups = new TreeMap<Integer, int[]>();
        for (int core = 0; core < CORES; core++) {
            if (core == 0 || random.nextInt(3) > 0) groups.put(core, random.ints(1 + random.nextInt(4), 1, 9).toArray());
        }
        var configuration = Configuration.of(CORES);
        if (random.nextBoolean()) configuration.values().put(Parameter.XBAR_SIZE, List.of(128L, 1L + random.nextInt(512)));
        sink.begin(new ProgramHeader(configuration, groups));
        for (var core : groups.entrySet()) {
            sink.core(core.getKey());
            var instruction = new MachineInstruction();
            for (int n = random.nextInt(40); n > 0; n--) {
                fill(instruction, random, core.getValue().length);
                sink.instruction(instruction);
            }
            sink.endCore();
        }
        sink.end();
    }

    private void fill(MachineInstruction instruction, Random random, int groups) {
        var opcode = Opcode.values()[random.nextInt(Opcode.values().length)];
        instruction.clear(opcode);
        for (var field : opcode.fields()) instruction.set(field, value(opcode, field, random));
        if (opcode == Opcode.MVMUL) instruction.group = random.nextInt(groups);
        // A word has one field for both.
        if (words && opcode.saysBytesTwice()) instruction.size = instruction.len;
    }

    private int value(Opcode opcode, Field field, Random random) {
        if (random.nextInt(4) == 0 && field.least() <= 0) return 0;
        long least = field.least(), most = field.most();
        if (words) {
            switch (field) {
                case LEN, SIZE -> most = (1 << 11) - 1;
                case CORE -> most = (1 << 10) - 1;
                case MBIW -> most = 31;
                case IMM -> {
                    if (opcode == Opcode.LLDI) {
                        least = 0;
                        most = 255;
                    }
                }
                case OFFSET_VALUE -> {
                    if (opcode.has(Field.OFFSET_SELECT)) {
                        least = -(1 << 28);
                        most = (1 << 28) - 1;
                    }
                }
                default -> {}
            }
        }
        return (int) switch (random.nextInt(3)) {
            case 0 -> random.nextBoolean() ? least : most;
            case 1 -> Math.min(most, least + random.nextInt(300));
            default -> random.nextLong(least, most + 1);
        };
    }
}
