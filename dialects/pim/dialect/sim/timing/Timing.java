package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.communicate.Deadlock;
import pim.dialect.inst.communicate.Waiting;
import pim.dialect.inst.interpret.Address;
import pim.dialect.isa.LoopSink;
import pim.dialect.isa.Structure;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.ProgramHeader;
import pim.ir.Operation;
import pim.ir.attr.Location;
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
    /// No limit to the time of a run, and to the samples.
    public static final long NO_LIMIT = Long.MAX_VALUE;
    private static final long DAYS = Long.MAX_VALUE / 1_000_000_000_000L / (24 * 60 * 60);

    private final Accelerator accelerator;
    private final TimingModel model;
    private final Diagnostics diagnostics;
    private final boolean keepsAddresses;
    private final Behaviours behaviours;
    private final List<CoreProgram> programs = new ArrayList<>();
    private final Map<Integer, Code> codes = new HashMap<>();
    private final Map<Integer, ArrayGroups> groups = new HashMap<>();
    private final Map<Integer, LocalUse> localUse = new HashMap<>();
    /// By core, what its array groups hold, where that is said.
    private final Map<Integer, List<GroupAttr>> weights = new HashMap<>();
    private Clock clock;
    private ProgramHeader header;
    private CodeBuilder builder;
    private long samples = 1;
    private boolean everyRound;
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

    /// Goes through each round of a loop and each sample, also where it is known to be as the one before: the same result, only later.
    public void setEveryRound(boolean on) {
        everyRound = on;
    }

    /// Lets the programs that are taken from now on run for so many samples, one after the other.
    public void setSamples(long samples) {
        this.samples = samples;
    }

    @Override public void begin(ProgramHeader header) {
        this.header = header;
    }

    @Override public void core(int number) {
        var wrong = accelerator.verifyCore(number);
        if (wrong != null) throw diagnostics.failure(Location.UNKNOWN, "a program " + wrong + ", as many as the accelerator has");
        core = number;
        boolean addressed = keepsAddresses || needsAddresses(model.core(accelerator, number, 0));
        builder = new CodeBuilder(behaviours, accelerator, number, groups(number), addressed, diagnostics);
    }

    private ArrayGroups groups(int core) {
        return new ArrayGroups(header.arrayGroups(core), weights.getOrDefault(core, List.of()));
    }

    /// Takes what the array groups hold of the cores of a module of machine instructions, whose program is taken next.
    ///
    /// @param first the core that its core 0 is placed on
    public void weights(Operation module, int first) {
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Structure.Core core) core.weights().ifPresent(w -> weights.put(core.core() + first, w));
        }
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
        add(core, model.core(accelerator, core, header.arrayGroups(core).length), builder, groups(core));
        builder = null;
    }

    /// Takes the program of a core.
    void add(int core, CoreShape shape, CodeBuilder builder, ArrayGroups held) {
        var code = builder.code();
        groups.put(core, held);
        localUse.put(core, builder.localUse());
        if (codes.put(core, code) != null) {
            throw diagnostics.failure(Location.UNKNOWN, "core " + core + " gets two programs; PROGRAM@CORE places one on other cores");
        }
        programs.add(new CoreProgram(core, shape, new CodeStream(code, needsAddresses(shape), samples)));
    }

    /// Whether addresses matter: to the time of accesses, or since instructions of a core can be in each other's way. When only one is in flight, they
    /// cannot.
    boolean needsAddresses(CoreShape shape) {
        return model.needsAddresses() || shape.reorderBuffer() > 1;
    }

    /// Has another clock than the one of the timing model. Picoseconds.
    void clock(long period, OptionalLong timer) {
        clock = new Clock(period, timer);
    }

    @Override public void end() {
        programs.sort(Comparator.comparingInt(CoreProgram::core));
    }

    /// Runs what was taken.
    ///
    /// @throws CompileFailure when programs wait for each other and never end; it has been reported
    public Outcome run() {
        return run(null, NO_LIMIT);
    }

    /// Runs what was taken.
    ///
    /// @param observer that is told of each instruction, or null
    /// @param limit    when to stop at the latest, ps
    /// @throws CompileFailure when programs wait for each other and never end; it has been reported
    public Outcome run(Observer observer, long limit) {
        var outcome = simulate(observer, limit);
        if (!outcome.waiting().isEmpty()) throw deadlock(outcome);
        return outcome;
    }

    private Outcome simulate(Observer observer, long limit) {
        try {
            return new Simulation(machine(), behaviours.actions, programs, everyRound, observer).run(limit);
        } catch (ArithmeticException e) {
            throw diagnostics.failure(Location.UNKNOWN, "the program takes longer than can be counted in ps, which is " + DAYS + " days");
        }
    }

    private CompileFailure deadlock(Outcome outcome) {
        var cores = outcome.cores().stream().map(c -> (long) c.core()).collect(Collectors.toSet());
        return Deadlock.report(outcome.waiting().stream().map(this::waiting).toList(), cores::contains, diagnostics);
    }

    private Waiting waiting(Outcome.Waiting unit) {
        var operation = operation(unit.core(), unit.origin());
        var instruction = operation != null ? Waiting.name(operation)
            : "'" + behaviours.get(unit.cost()).opcode().mnemonic() + "', instruction " + unit.origin() + ",";
        var location = operation == null ? Location.UNKNOWN : operation.location();
        return unit.partner() >= 0 ? Waiting.message(unit.core(), instruction, location, unit.partner())
            : Waiting.event(unit.core(), instruction, location, unit.event(), unit.value(), unit.count());
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

    /// The cores that have a program by now.
    public Set<Integer> cores() {
        return Set.copyOf(codes.keySet());
    }

    Code code(int core) {
        return codes.get(core);
    }

    /// What a core with a program uses of its local memory.
    public LocalUse localUse(int core) {
        return localUse.get(core);
    }

    /// The array groups of a core with a program.
    public ArrayGroups arrayGroups(int core) {
        return groups.get(core);
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
