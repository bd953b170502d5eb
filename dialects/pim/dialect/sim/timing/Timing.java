package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.communicate.Deadlock;
import pim.dialect.inst.communicate.Waiting;
import pim.dialect.inst.interpret.Address;
import pim.dialect.isa.LoopSink;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.ProgramHeader;
import pim.ir.Operation;
import pim.ir.attr.Location;
import pim.simulate.CoreProgram;
import pim.simulate.Observer;
import pim.simulate.Outcome;
import pim.simulate.Simulation;

/// Takes a program and simulates it.
public final class Timing implements LoopSink {
    private final Accelerator accelerator;
    private final TimingModel model;
    private final Diagnostics diagnostics;
    private final boolean addressed;
    private final Behaviours behaviours;
    private final List<CoreProgram> programs = new ArrayList<>();
    private final Map<Integer, List<Operation>> operations = new HashMap<>();
    private ProgramHeader header;
    private CodeBuilder builder;
    private int core;

    public Timing(Accelerator accelerator, TimingModel model, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.accelerator = accelerator;
        this.model = model;
        addressed = model.needsAddresses() || model.core(accelerator, 0, 0).reorderBuffer() > 1;
        behaviours = new Behaviours(model);
    }

    @Override public void begin(ProgramHeader header) {
        this.header = header;
    }

    @Override public void core(int number) {
        core = number;
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
        var shape = model.core(accelerator, core, header.arrayGroups(core).length);
        var code = builder.code();
        operations.put(core, code.operations());
        programs.add(new CoreProgram(core, shape, new CodeStream(code, addressed)));
        builder = null;
    }

    @Override public void end() {
        programs.sort(Comparator.comparingInt(CoreProgram::core));
    }

    /// Runs what was taken.
    ///
    /// @throws CompileFailure when programs wait for each other and never end; it has been reported
    public Outcome run() {
        return run(null);
    }

    /// Runs what was taken.
    ///
    /// @param observer that is told of each instruction, or null
    /// @throws CompileFailure when programs wait for each other and never end; it has been reported
    public Outcome run(Observer observer) {
        var outcome = new Simulation(model.machine(accelerator), behaviours.actions, programs, observer).run();
        if (!outcome.waiting().isEmpty()) throw deadlock(outcome);
        return outcome;
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

    public Accelerator accelerator() {
        return accelerator;
    }

    public TimingModel model() {
        return model;
    }

    /// What a place in the text of a core's program is: its op, or null where the program is no module.
    public Operation operation(int core, int instruction) {
        var list = operations.get(core);
        return list == null || list.isEmpty() ? null : list.get(instruction);
    }

    public Behaviours behaviours() {
        return behaviours;
    }
}
