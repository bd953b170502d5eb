package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.interpret.Address;
import pim.dialect.isa.LoopSink;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.ProgramHeader;
import pim.ir.Operation;
import pim.simulate.CoreProgram;
import pim.simulate.CoreShape;
import pim.simulate.Machine;
import pim.simulate.Observer;
import pim.simulate.Outcome;
import pim.simulate.Simulation;

/// Takes a program and simulates it.
public final class Timing implements LoopSink {
    /// What a program may say of the machine itself, ps.
    private record Clock(long period, OptionalLong timer) {}

    private final Accelerator accelerator;
    private final TimingModel model;
    private final Diagnostics diagnostics;
    private final boolean keepsAddresses;
    private final Behaviours behaviours;
    private final List<CoreProgram> programs = new ArrayList<>();
    private final Map<Integer, Code> codes = new HashMap<>();
    private Clock clock;
    private ProgramHeader header;
    private CodeBuilder builder;
    private int core;

    public Timing(Accelerator accelerator, TimingModel model, Diagnostics diagnostics) {
        this(accelerator, model, diagnostics, false);
    }

    /// One that keeps the addresses of all instructions, be they needed or not.
    public static Timing withAddresses(Accelerator accelerator, TimingModel model, Diagnostics diagnostics) {
        return new Timing(accelerator, model, diagnostics, true);
    }

    private Timing(Accelerator accelerator, TimingModel model, Diagnostics diagnostics, boolean keepsAddresses) {
        this.keepsAddresses = keepsAddresses;
        this.diagnostics = diagnostics;
        this.accelerator = accelerator;
        this.model = model;
        behaviours = new Behaviours(model);
    }

    @Override public void begin(ProgramHeader header) {
        this.header = header;
    }

    @Override public void core(int number) {
        core = number;
        boolean addressed = keepsAddresses || needsAddresses(model.core(accelerator, number, 0));
        builder = new CodeBuilder(behaviours, accelerator, number, header.arrayGroups(number), addressed, diagnostics);
    }

    @Override public void instruction(MachineInstruction instruction) {
        builder.add(instruction, null, null);
    }

    @Override public void instruction(Operation operation, MachineInstruction instruction, Address imm) {
        builder.add(instruction, operation, imm);
    }

    @Override public void loop(CountedLoop loop) {
        builder.loop(loop);
    }

    @Override public void endLoop() {
        builder.endLoop();
    }

    @Override public void endCore() {
        add(core, model.core(accelerator, core, header.arrayGroups(core).length), builder.code());
        builder = null;
    }

    /// Takes the program of a core.
    void add(int core, CoreShape shape, Code code) {
        codes.put(core, code);
        programs.add(new CoreProgram(core, shape, new CodeStream(code, needsAddresses(shape))));
    }

    /// Whether instructions of a core can be in each other's way: when only one is in flight, nothing depends on what they read and write.
    static boolean needsAddresses(CoreShape shape) {
        return shape.reorderBuffer() > 1;
    }

    /// Has another clock than the one of the timing model. Picoseconds.
    void clock(long period, OptionalLong timer) {
        clock = new Clock(period, timer);
    }

    @Override public void end() {
        programs.sort(Comparator.comparingInt(CoreProgram::core));
    }

    /// Runs what was taken.
    public Outcome run() {
        return run(null);
    }

    /// Runs what was taken.
    ///
    /// @param observer that is told of each instruction, or null
    public Outcome run(Observer observer) {
        return new Simulation(machine(), behaviours.actions, programs, observer).run();
    }

    /// The clock, the network and the global memory, nothing having happened yet.
    public Machine machine() {
        var machine = model.machine(accelerator);
        return clock == null ? machine : new Machine(clock.period, clock.timer, machine.interconnect(), machine.globalMemory());
    }

    /// The most instructions that a core has in flight.
    public int inFlight() {
        return programs.stream().mapToInt(p -> p.shape().reorderBuffer()).max().orElse(1);
    }

    /// The programs, in the order of the cores' numbers once all are taken.
    List<CoreProgram> programs() {
        return programs;
    }

    Code code(int core) {
        return codes.get(core);
    }

    public Accelerator accelerator() {
        return accelerator;
    }

    public TimingModel model() {
        return model;
    }

    /// What a place in the text of a core's program is: its op, or null where the program is no module.
    public Operation operation(int core, int instruction) {
        var list = codes.get(core).operations();
        return list.isEmpty() ? null : list.get(instruction);
    }

    public Behaviours behaviours() {
        return behaviours;
    }
}
