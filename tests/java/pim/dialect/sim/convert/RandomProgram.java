package pim.dialect.sim.convert;

import java.util.Random;

/// A machine program of two cores with loops, as text: registers are counted up, set from loop variables and from each other, and used as addresses
/// that now and then meet; messages have both halves.
final class RandomProgram {
    private static final int REGISTERS = 6;

    private final Random random;
    private final StringBuilder[] cores = {new StringBuilder(), new StringBuilder()};
    private int loops;

    private RandomProgram(Random random) {
        this.random = random;
    }

    static String of(Random random) {
        var program = new RandomProgram(random);
        for (var core : program.cores) {
            core.append("isa.setbw ibiw ").append(8 * (1 + random.nextInt(2))).append(", obiw ").append(8 * (1 + random.nextInt(4))).append('\n');
            for (int r = 0; r < REGISTERS; r++) core.append("isa.sldi r").append(r).append(", ").append(random.nextInt(400)).append('\n');
        }
        program.block(0, 3 + random.nextInt(3));
        return "isa.core 0 groups [2, 1] {\n" + program.cores[0] + "}\nisa.core 1 groups [1] {\n" + program.cores[1] + "}\n";
    }

    private void block(int depth, int length) {
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(10);
            if (kind < 2 && depth < 3) loop(depth);
            else if (kind < 4) message();
            else for (int core = 0; core < 2; core++) for (int n = random.nextInt(4); n > 0; n--) instruction(core, depth);
        }
    }

    /// The same loop on both cores, so that messages meet.
    private void loop(int depth) {
        int from = random.nextInt(3), step = 1 + random.nextInt(3), to = from + random.nextInt(5) * step - random.nextInt(step);
        for (var core : cores) core.append("isa.for %i").append(depth).append(" = ").append(from).append(" to ").append(to).append(" step ").append(step)
            .append(" {\n");
        block(depth + 1, 1 + random.nextInt(3));
        for (var core : cores) core.append(loops++ % 2 == 0 ? "} loc(\"a\")\n" : "}\n");
    }

    private void message() {
        int from = random.nextInt(2), size = 1 + random.nextInt(64);
        if (random.nextInt(3) == 0) {
            cores[from].append("isa.sync event_register 1, core ").append(1 - from).append('\n');
            cores[1 - from].append("isa.wait event_register 1, wait_value 1\n");
        } else {
            cores[from].append("isa.send r").append(register()).append(", core ").append(1 - from).append(", size ").append(size).append('\n');
            cores[1 - from].append("isa.recv r").append(register()).append(", core ").append(from).append(", size ").append(size).append('\n');
        }
    }

    private int register() {
        return random.nextInt(REGISTERS);
    }

    private void instruction(int core, int depth) {
        int rd = register(), rs1 = register(), rs2 = register(), len = 1 + random.nextInt(70);
        var operands = " r" + rd + ", r" + rs1;
        cores[core].append(switch (random.nextInt(13)) {
            case 0, 1 -> "isa.sldi r" + rd + ", " + expression(depth);
            case 2, 3 -> "isa.saddi r" + rd + ", r" + (random.nextBoolean() ? rd : rs1) + ", " + random.nextInt(-40, 80);
            case 4 -> (random.nextBoolean() ? "isa.sadd" : "isa.ssub") + operands + ", r" + rs2;
            case 5 -> "isa.smuli r" + rd + ", r" + rs1 + ", " + random.nextInt(3);
            case 6, 7 -> "isa.mvmul" + operands + ", mbiw 8, group " + (core == 0 ? random.nextInt(2) : 0) + " loc(\"layer" + depth + "\")";
            case 8, 9 -> "isa.vvadd" + operands + ", r" + rs2 + ", len " + len + (random.nextBoolean() ? ", offset 3 rd rs2" : "");
            case 10 -> "isa.vrelu" + operands + ", len " + len;
            case 11 -> "isa.ld" + operands + ", size " + len;
            default -> (random.nextBoolean() ? "isa.st" : "isa.lmv") + operands + ", size " + len;
        }).append('\n');
    }

    private String expression(int depth) {
        var text = new StringBuilder().append(random.nextInt(300));
        for (int d = 0; d < depth; d++) {
            if (random.nextBoolean()) text.append(" + %i").append(d).append(random.nextInt(4) == 0 ? " mod 2" : "").append(" * ").append(random.nextInt(50));
        }
        return text.toString();
    }
}
