package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pim.dialect.arch.Memory;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.simulate.Action;
import pim.simulate.UnitKind;

/// The behaviour of one instruction, put together step by step: as the ISA says, or as pimsim-nn has it where that differs. What differs is said at its
/// place.
final class BehaviourBuilder {
    /// Inputs of a matrix are charged by pimsim-nn as if read once a bit, whatever their width: "for compare with mnsim".
    private static final int INPUT_READS = 8;
    private static final long CONTROL_MESSAGE = 1;

    private final MachineInstruction i;
    private final CoreState state;
    private final boolean asReference;
    private final pim.dialect.arch.Core core;
    private final Memory global;
    private final List<Action> actions = new ArrayList<>();
    private final List<AddressRange> reads = new ArrayList<>();
    private final Map<Part, Double> energy = new EnumMap<>(Part.class);
    private AddressRange writes;
    /// The register with the address in global memory.
    private Field address;
    private long localBytes, globalBytes;

    /// @param asReference whether it is that of pimsim-nn, its oddities included
    BehaviourBuilder(MachineInstruction i, CoreState state, boolean asReference) {
        this.asReference = asReference;
        this.i = i;
        this.state = state;
        core = state.accelerator().chip().core();
        global = state.accelerator().chip().globalMemory();
    }

    Behaviour behaviour() {
        var unit = switch (i.opcode.unit()) {
            case MATRIX -> matrix();
            case VECTOR -> vector();
            case TRANSFER -> transfer();
            case SCALAR -> throw new IllegalArgumentException(i.opcode + " needs no unit");
        };
        return new Behaviour(unit, List.copyOf(actions), List.copyOf(reads), Optional.ofNullable(writes), Map.copyOf(energy), localBytes,
            globalBytes, Optional.ofNullable(address));
    }

    private void read(long bytes) {
        var memory = core.localMemory();
        access(Part.LOCAL_MEMORY, bytes, memory.width(), memory.readLatency() * memory.period(), memory.readEnergy());
    }

    private void write(long bytes) {
        var memory = core.localMemory();
        access(Part.LOCAL_MEMORY, bytes, memory.width(), memory.writeLatency() * memory.period(), memory.writeEnergy());
    }

    private void access(Part part, long bytes, int width, double nanoseconds, double picojoules) {
        long transfers = Math.ceilDiv(bytes, width);
        actions.add(new Action.Access(Picoseconds.of(transfers * nanoseconds)));
        spend(part, transfers * picojoules);
        localBytes += bytes;
    }

    private void spend(Part part, double picojoules) {
        energy.merge(part, picojoules, Double::sum);
    }

    private void elapse() {
        actions.add(new Action.Elapse());
    }

    private UnitKind matrix() {
        var unit = state.accelerator().matrixUnit(state.core());
        var x = unit.crossbar();
        int crossbars = state.crossbars()[i.group];
        long inputs = x.rows() * state.inputBytes();
        long outputs = (long) ((double) x.cellBits() * x.columns() / i.mbiw) * state.outputBytes() * crossbars;
        // The reference divides without a remainder where a ceiling was meant.
        long times = (long) steps(state.inputBits(), unit.dac().bits()) * steps(x.rows(), unit.dac().count());
        int conversions = steps(x.columns(), unit.adc().count());
        int adc = unit.adc().stage().latency(), add = unit.shiftAdder().latency(), out = unit.outputBuffer().latency();
        long front = unit.dac().stage().latency() + (long) Math.ceil(x.latency() / unit.period()) + unit.sampleHold().latency();
        long back = adc + add + out + (conversions - 1L) * Math.max(adc, add + out);
        long cycles = unit.pipelined() ? front + back + (times - 1) * Math.max(front, back) : (front + back) * times;
        double once = unit.period() * (unit.dac().stage().power().working() * unit.dac().stage().latency() * unit.dac().count()
            + unit.sampleHold().power().working() * unit.sampleHold().latency() * x.columns()) + x.readPower() * x.latency()
            + conversions * unit.period() * (unit.adc().stage().power().working() * adc * unit.adc().count()
            + unit.shiftAdder().power().working() * add + unit.outputBuffer().power().working() * out);
        read(asReference ? inputs * INPUT_READS : inputs);
        actions.add(new Action.Compute(Picoseconds.of(cycles * unit.period())));
        elapse();
        write(outputs);
        elapse();
        spend(Part.MATRIX_UNIT, crossbars * times * once);
        reads.add(range(Field.RS1, 0, inputs));
        writes = range(Field.RD, 0, outputs);
        return UnitKind.MATRIX;
    }

    private int steps(int amount, int atOnce) {
        return asReference ? amount / atOnce : Math.ceilDiv(amount, atOnce);
    }

    private UnitKind vector() {
        var unit = core.vectorUnit();
        long in = state.inputBytes() * i.len, out = state.outputBytes() * i.len;
        long steps = Math.ceilDiv(i.len, unit.width());
        boolean two = switch (i.opcode) {
            case VVADD, VVSUB, VVMUL, VVDMUL, VVMAX, VVSLL, VVSRA -> true;
            default -> false;
        };
        // Of the reference also those of a scalar result write as many bytes as they read.
        long written = switch (i.opcode) {
            case VVMUL, VVSLL, VVSRA, VTANH, VSIGM, VRSU, VRSL -> out;
            case VAVG, VVDMUL -> asReference ? in : state.outputBytes();
            case VRELU, VMV -> asReference ? in : out;
            default -> in;
        };
        read(in);
        if (two) read(in);
        actions.add(new Action.Compute(Picoseconds.of(steps * unit.latency())));
        elapse();
        write(written);
        elapse();
        spend(Part.VECTOR_UNIT, steps * (unit.aluEnergy() + 2 * unit.registerReadEnergy() + unit.registerWriteEnergy()));
        if (!asReference) {
            uses(in, two, written);
            return UnitKind.VECTOR;
        }
        switch (i.opcode) {
            case VMV -> { }
            case VRELU, VTANH, VSIGM -> uses(in, false, out);
            case VAVG -> uses(in, false, state.outputBytes());
            case VVADD, VVSUB, VVMAX -> uses(in, true, in);
            default -> uses(in, true, out);
        }
        return UnitKind.VECTOR;
    }

    private void uses(long in, boolean two, long out) {
        reads.add(range(Field.RS1, operandOffset(Field.RS1) * state.inputBytes(), in));
        if (two) reads.add(range(Field.RS2, operandOffset(Field.RS2) * state.inputBytes(), in));
        writes = range(Field.RD, i.offset(Field.RD) * state.outputBytes(), out);
    }

    /// Offsets of operands are tested by the reference on their value and not on their selection.
    private long operandOffset(Field register) {
        int bit = register == Field.RS1 ? 2 : 4;
        return asReference ? (i.offsetValue & bit) != 0 ? i.offsetValue : 0 : i.offset(register);
    }

    /// A range of `bytes`; the reference counts one more.
    private AddressRange range(Field base, long offset, long bytes) {
        return new AddressRange(base, offset, asReference ? bytes : Math.max(0, bytes - 1));
    }

    /// The bytes of a fill or a move.
    private long moved() {
        return asReference ? i.len : i.bytes();
    }

    private UnitKind memoryUnit() {
        return asReference ? UnitKind.TRANSFER : UnitKind.MEMORY;
    }

    private UnitKind transfer() {
        switch (i.opcode) {
            // The number of bytes of the reference is that of `len`, whatever `size` says; only conflicts are looked for by `size`.
            case LLDI -> {
                write(moved());
                elapse();
                writes = range(Field.RD, i.offset(Field.RD), asReference ? 1 : moved());
            }
            case LMV -> {
                read(moved());
                write(moved());
                elapse();
                reads.add(range(Field.RS1, operandOffset(Field.RS1), asReference ? i.size : moved()));
                writes = range(Field.RD, i.offset(Field.RD), asReference ? i.size : moved());
            }
            case LD -> {
                long transfers = Math.ceilDiv(i.size, global.width());
                // The data come back to the reference for nothing.
                actions.add(new Action.Load(CONTROL_MESSAGE, Picoseconds.of(transfers * global.readLatency() * global.period()), asReference ? 0 : i.size));
                write(i.size);
                elapse();
                spend(Part.GLOBAL_MEMORY, transfers * global.readEnergy());
                globalBytes += i.size;
                // The reference reads addresses of local memory from a pair of registers, of which 0 comes.
                writes = range(asReference ? null : Field.RD, asReference ? 0 : i.offset(Field.RD), i.size);
                address = Field.RS1;
                return memoryUnit();
            }
            case ST -> {
                long transfers = Math.ceilDiv(i.size, global.width());
                read(i.size);
                elapse();
                actions.add(new Action.Store(i.size, Picoseconds.of(transfers * global.writeLatency() * global.period())));
                spend(Part.GLOBAL_MEMORY, transfers * global.writeEnergy());
                globalBytes += i.size;
                reads.add(range(asReference ? null : Field.RS1, asReference ? 0 : i.offset(Field.RS1), i.size));
                address = Field.RD;
                return memoryUnit();
            }
            case SEND -> {
                actions.add(new Action.Offer(CONTROL_MESSAGE));
                read(i.size);
                elapse();
                actions.add(new Action.Transmit(i.size));
                // The reference looks for conflicts at an operand that a send does not have.
                reads.add(range(asReference ? Field.RS1 : Field.RD, asReference ? operandOffset(Field.RS1) : i.offset(Field.RD), i.size));
            }
            case RECV -> {
                actions.add(new Action.Accept(CONTROL_MESSAGE));
                write(i.size);
                elapse();
                writes = range(Field.RD, i.offset(Field.RD), i.size);
            }
            case SYNC -> {
                actions.add(new Action.Signal(CONTROL_MESSAGE));
                actions.add(new Action.Compute(Picoseconds.of(core.period())));
                elapse();
            }
            case WAIT -> actions.add(new Action.Await());
            default -> throw new IllegalArgumentException(i.opcode + " is not executed by the transfer unit");
        }
        return UnitKind.TRANSFER;
    }
}
