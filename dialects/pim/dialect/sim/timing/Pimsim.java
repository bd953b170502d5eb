package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Memory;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.simulate.Action;
import pim.simulate.CoreShape;
import pim.simulate.GlobalMemory;
import pim.simulate.Machine;
import pim.simulate.UnitKind;

/// The timing and energy of pimsim-nn, its oddities included, as found out by experiments with it. Where it does not do what the ISA says, a comment
/// here says so. Its results depend a little on the time limit it is given, which is why the limit is part of the machine here too.
public record Pimsim() implements TimingModel {
    private static final double PICOSECONDS = 1000;
    private static final int EVENTS = 32, TIMER_PARTS = 10;
    /// Inputs of a matrix are charged as if read once a bit, whatever their width: "for compare with mnsim".
    private static final int INPUT_READS = 8;
    private static final long CONTROL_MESSAGE = 1;

    @Override public String name() {
        return "pimsim";
    }

    @Override public String summary() {
        return "pimsim-nn to the nanosecond, its oddities included";
    }

    @Override public Machine machine(Accelerator accelerator) {
        long timer = time(accelerator.run().time() * 1e6 / TIMER_PARTS);
        return new Machine(time(accelerator.chip().core().period()), OptionalLong.of(timer), new LatencyTable(accelerator), GlobalMemory.onePort());
    }

    @Override public CoreShape core(Accelerator accelerator, int core, int arrayGroups) {
        return new CoreShape(accelerator.chip().core().reorderBuffer(), false, 1, 0, arrayGroups, EVENTS);
    }

    @Override public Behaviour behaviour(MachineInstruction i, CoreState state) {
        return new One(i, state).behaviour();
    }

    @Override public List<StaticPower> staticPower(Accelerator accelerator, int cores) {
        var core = accelerator.chip().core();
        var vector = core.vectorUnit();
        double control = core.fetch().always() + core.decode().always() + core.decodeOffset().always() + core.registers().always()
            + core.scalarUnit().always();
        return List.of(new StaticPower(Part.CONTROL, cores * control),
            new StaticPower(Part.VECTOR_UNIT, cores * (vector.aluStaticPower() + vector.registerStaticPower())),
            new StaticPower(Part.TRANSFER_UNIT, cores * core.transferUnit().always()),
            new StaticPower(Part.LOCAL_MEMORY, cores * core.localMemory().staticPower()),
            new StaticPower(Part.GLOBAL_MEMORY, accelerator.chip().globalMemory().staticPower()));
    }

    private static long time(double nanoseconds) {
        return Math.round(nanoseconds * PICOSECONDS);
    }

    /// The behaviour of one instruction, put together step by step.
    private static final class One {
        private final MachineInstruction i;
        private final CoreState state;
        private final pim.dialect.arch.Core core;
        private final Memory global;
        private final List<Action> actions = new ArrayList<>();
        private final List<AddressRange> reads = new ArrayList<>();
        private final Map<Part, Double> energy = new EnumMap<>(Part.class);
        private AddressRange writes;
        private long localBytes, globalBytes;

        One(MachineInstruction i, CoreState state) {
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
                globalBytes);
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
            actions.add(new Action.Access(time(transfers * nanoseconds)));
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
            // Divided without a remainder where a ceiling was meant.
            long times = (long) (state.inputBits() / unit.dac().bits()) * (x.rows() / unit.dac().count());
            int conversions = x.columns() / unit.adc().count();
            int adc = unit.adc().stage().latency(), add = unit.shiftAdder().latency(), out = unit.outputBuffer().latency();
            long front = unit.dac().stage().latency() + (long) Math.ceil(x.latency() / unit.period()) + unit.sampleHold().latency();
            long back = adc + add + out + (conversions - 1L) * Math.max(adc, add + out);
            long cycles = unit.pipelined() ? front + back + (times - 1) * Math.max(front, back) : (front + back) * times;
            double once = unit.period() * (unit.dac().stage().power().working() * unit.dac().stage().latency() * unit.dac().count()
                + unit.sampleHold().power().working() * unit.sampleHold().latency() * x.columns()) + x.readPower() * x.latency()
                + conversions * unit.period() * (unit.adc().stage().power().working() * adc * unit.adc().count()
                + unit.shiftAdder().power().working() * add + unit.outputBuffer().power().working() * out);
            read(inputs * INPUT_READS);
            actions.add(new Action.Compute(time(cycles * unit.period())));
            elapse();
            write(outputs);
            elapse();
            spend(Part.MATRIX_UNIT, crossbars * times * once);
            reads.add(new AddressRange(Field.RS1, 0, inputs));
            writes = new AddressRange(Field.RD, 0, outputs);
            return UnitKind.MATRIX;
        }

        private UnitKind vector() {
            var unit = core.vectorUnit();
            long in = state.inputBytes() * i.len, out = state.outputBytes() * i.len;
            long steps = Math.ceilDiv(i.len, unit.width());
            boolean two = switch (i.opcode) {
                case VVADD, VVSUB, VVMUL, VVDMUL, VVMAX, VVSLL, VVSRA -> true;
                default -> false;
            };
            // Also those of a scalar result write as many bytes as they read.
            long written = switch (i.opcode) {
                case VVMUL, VVSLL, VVSRA, VTANH, VSIGM, VRSU, VRSL -> out;
                default -> in;
            };
            read(in);
            if (two) read(in);
            actions.add(new Action.Compute(time(steps * unit.latency())));
            elapse();
            write(written);
            elapse();
            spend(Part.VECTOR_UNIT, steps * (unit.aluEnergy() + 2 * unit.registerReadEnergy() + unit.registerWriteEnergy()));
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
            // Offsets of operands are tested on their value and not on their selection.
            reads.add(new AddressRange(Field.RS1, operandOffset(2) * state.inputBytes(), in));
            if (two) reads.add(new AddressRange(Field.RS2, operandOffset(4) * state.inputBytes(), in));
            writes = new AddressRange(Field.RD, i.offset(Field.RD) * state.outputBytes(), out);
        }

        private long operandOffset(int bit) {
            return (i.offsetValue & bit) != 0 ? i.offsetValue : 0;
        }

        private UnitKind transfer() {
            switch (i.opcode) {
                // The number of bytes is that of `len`, whatever `size` says; only conflicts are looked for by `size`.
                case LLDI -> {
                    write(i.len);
                    elapse();
                    writes = new AddressRange(Field.RD, i.offset(Field.RD), 1);
                }
                case LMV -> {
                    read(i.len);
                    write(i.len);
                    elapse();
                    reads.add(new AddressRange(Field.RS1, operandOffset(2), i.size));
                    writes = new AddressRange(Field.RD, i.offset(Field.RD), i.size);
                }
                case LD -> {
                    long transfers = Math.ceilDiv(i.size, global.width());
                    // The data come back for nothing.
                    actions.add(new Action.Load(CONTROL_MESSAGE, time(transfers * global.readLatency() * global.period()), 0));
                    write(i.size);
                    elapse();
                    spend(Part.GLOBAL_MEMORY, transfers * global.readEnergy());
                    globalBytes += i.size;
                    // Addresses of local memory are read from a pair of registers, of which 0 comes.
                    writes = new AddressRange(null, 0, i.size);
                }
                case ST -> {
                    long transfers = Math.ceilDiv(i.size, global.width());
                    read(i.size);
                    elapse();
                    actions.add(new Action.Store(i.size, time(transfers * global.writeLatency() * global.period())));
                    spend(Part.GLOBAL_MEMORY, transfers * global.writeEnergy());
                    globalBytes += i.size;
                    reads.add(new AddressRange(null, 0, i.size));
                }
                case SEND -> {
                    actions.add(new Action.Offer(CONTROL_MESSAGE));
                    read(i.size);
                    elapse();
                    actions.add(new Action.Transmit(i.size));
                    // Conflicts are looked for at an operand that a send does not have.
                    reads.add(new AddressRange(Field.RS1, operandOffset(2), i.size));
                }
                case RECV -> {
                    actions.add(new Action.Accept(CONTROL_MESSAGE));
                    write(i.size);
                    elapse();
                    writes = new AddressRange(Field.RD, i.offset(Field.RD), i.size);
                }
                case SYNC -> {
                    actions.add(new Action.Signal(CONTROL_MESSAGE));
                    actions.add(new Action.Compute(time(core.period())));
                    elapse();
                }
                case WAIT -> actions.add(new Action.Await());
                default -> throw new IllegalArgumentException(i.opcode + " is not executed by the transfer unit");
            }
            return UnitKind.TRANSFER;
        }
    }
}
