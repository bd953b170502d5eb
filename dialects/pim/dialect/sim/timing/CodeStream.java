package pim.dialect.sim.timing;

import pim.dialect.isa.Field;
import pim.dialect.isa.Opcode;
import pim.simulate.InstructionStream;
import pim.simulate.State;
import pim.simulate.UnitKind;

/// Walks through [Code]: carries out scalar instructions and loops, and gives out the others.
final class CodeStream extends InstructionStream {
    private static final int REGISTERS = 32, REGISTER = REGISTERS - 1;

    private final int[] words;
    private final Behaviours behaviours;
    private final boolean addressed;
    private final Code code;
    private final int[] registers = new int[REGISTERS];
    /// By depth, the variable of a loop, what a round adds to it and the rounds that are left with the present one.
    private final long[] counters, steps, rounds;
    /// Samples that are left with the present one.
    private long samples;
    /// Where the last instruction of the program stands that needs a unit.
    private final int last;
    /// Loops around the present place.
    private int open;
    private int at;

    /// @param samples how often the program runs
    CodeStream(Code code, boolean addressed, long samples) {
        this.samples = samples;
        last = code.last();
        this.code = code;
        counters = new long[code.depth()];
        steps = new long[code.depth()];
        rounds = new long[code.depth()];
        words = code.words();
        behaviours = code.behaviours();
        this.addressed = addressed;
    }

    @Override public boolean advance() {
        bubbles = 0;
        while (at < words.length || nextSample()) {
            int word = words[at++], payload = word >>> Code.KIND_BITS;
            switch (word & Code.KIND) {
                case Code.BUBBLES -> bubbles += payload;
                case Code.SLOTS -> {
                    bubbles += code.number(at);
                    at += 2;
                }
                case Code.SCALAR -> {
                    int immediate = words[at++];
                    scalar(payload, (payload & Code.COMPUTED) == 0 ? immediate : (int) code.addresses().get(immediate).at(counters));
                    if ((payload & Code.FREE) == 0) bubbles++;
                }
                case Code.LOOP -> loop(payload);
                case Code.AGAIN -> {
                    boolean again = --rounds[payload] > 0;
                    if (again) turns++;
                    else open--;
                    counters[payload] += steps[payload];
                    at = again ? words[at] : at + 1;
                }
                default -> {
                    endsSample = at == last && inLastRounds();
                    issue(payload, words[at], words[at + 1]);
                    at += 2;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean nextSample() {
        if (samples <= 1 || last < 0) return false;
        samples--;
        turns++;
        begun++;
        at = 0;
        return true;
    }

    private boolean inLastRounds() {
        for (int i = 0; i < open; i++) if (rounds[i] > 1) return false;
        return true;
    }

    private void loop(int depth) {
        open++;
        rounds[depth] = code.number(at);
        counters[depth] = code.number(at + 2);
        steps[depth] = code.number(at + 4);
        at += Code.LOOP_WORDS;
    }

    private void scalar(int what, int immediate) {
        int a = registers[what >> 11 & REGISTER], b = registers[what >> 16 & REGISTER];
        registers[what >> 6 & REGISTER] = switch (Opcode.of(what & 63)) {
            case SLDI -> immediate;
            case SADD -> a + b;
            case SSUB -> a - b;
            case SMUL -> a * b;
            case SADDI -> a + immediate;
            case SMULI -> a * immediate;
            // What global memory holds is not simulated.
            default -> 0;
        };
    }

    private void issue(int number, int operands, int instruction) {
        var entry = behaviours.get(number);
        unit = entry.behaviour().unit();
        group = operands >>> Code.GROUP_SHIFT;
        actions = entry.actions();
        cost = number;
        origin = instruction;
        peer = entry.peer();
        event = entry.event();
        value = entry.value();
        if (addressed) addresses(entry.behaviour(), operands);
    }

    private void addresses(Behaviour behaviour, int operands) {
        readFrom = read2From = writeFrom = NONE_FROM;
        readTo = read2To = writeTo = NONE_TO;
        var reads = behaviour.reads();
        if (!reads.isEmpty()) {
            var range = reads.get(0);
            readFrom = base(range, operands);
            readTo = readFrom + range.last();
        }
        if (reads.size() > 1) {
            var range = reads.get(1);
            read2From = base(range, operands);
            read2To = read2From + range.last();
        }
        if (behaviour.address().isPresent()) address = register(behaviour.address().get(), operands);
        if (behaviour.writes().isPresent()) {
            var range = behaviour.writes().get();
            writeFrom = base(range, operands);
            writeTo = writeFrom + range.last();
        }
    }

    private long base(AddressRange range, int operands) {
        return range.base() == null ? range.offset() : register(range.base(), operands) + range.offset();
    }

    private int register(Field field, int operands) {
        return registers[Code.register(field, operands)];
    }

    @Override public boolean repeats() {
        return !addressed || code.addresses().isEmpty();
    }

    @Override public long position() {
        return at;
    }

    @Override public int openLoops() {
        return open + 1;
    }

    @Override public long roundsLeft(int depth) {
        return depth == 0 ? samples : rounds[depth - 1];
    }

    @Override public void skipRounds(int depth, long count) {
        if (depth == 0) {
            samples -= count;
        } else {
            rounds[depth - 1] -= count;
            counters[depth - 1] += count * steps[depth - 1];
        }
    }

    @Override public void state(State state) {
        state.exact(endsSample ? 1 : 0);
        if (!addressed) return;
        for (int register : registers) state.exact(register);
        if (!code.addresses().isEmpty()) for (int i = 0; i < open; i++) state.exact(counters[i]);
    }
}
