package pim.dialect.inst.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.AcceleratorVerifier;
import pim.dialect.inst.Structure;
import pim.interpret.Inputs;
import pim.interpret.Interpreter;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.tensor.Tensor;

/// Runs the programs of all cores. Beside computing, it finds what no program may do: reading what was not written, leaving a buffer, reading from
/// global memory what is not ordered behind its writing, and waiting for each other. Where the module says which accelerator it is for, that one
/// must be able to hold the program.
public final class InstInterpreter implements Interpreter {
    private final Machine.Order order;
    private final Meetings meetings;

    public InstInterpreter() {
        this(Machine.Order.FIRST_COME);
    }

    InstInterpreter(Machine.Order order) {
        this(order, Meetings.UNNOTICED);
    }

    InstInterpreter(Machine.Order order, Meetings meetings) {
        this.order = order;
        this.meetings = meetings;
    }

    @Override public boolean accepts(Operation module) {
        if (module.regions().size() != 1 || module.region(0).isEmpty()) return false;
        for (var op : module.region(0).entry()) if (op.has(Structure.Core.class)) return true;
        return false;
    }

    @Override public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        var accelerator = Accelerator.isCarriedBy(module) ? Accelerator.carriedBy(module, diagnostics) : null;
        if (accelerator != null) AcceleratorVerifier.verify(module, accelerator, diagnostics);
        var memories = new LinkedHashMap<String, Structure.Memory>();
        var cores = new ArrayList<Operation>();
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Structure.Memory m) memories.put(m.symName().value(), m);
            else if (op.op() instanceof Structure.Core) cores.add(op);
        }
        var given = new Inputs(inputs, module.location(), diagnostics);
        given.expectOnly(memories.entrySet().stream().filter(m -> m.getValue().role() == Structure.Role.INPUT).map(Map.Entry::getKey).toList());
        var global = new LinkedHashMap<String, GlobalMemory>();
        var host = new Host(module.location(), given, resources, diagnostics);
        memories.forEach((name, memory) -> global.put(name, host.prepare(memory, cores.size())));
        var weights = new WeightMatrices(resources, diagnostics);
        var programs = new ArrayList<CoreProgram>();
        for (var core : cores) programs.add(compile(core, global, weights, accelerator, diagnostics));
        new Machine(programs, order, meetings, diagnostics).run();
        var outputs = new LinkedHashMap<String, Tensor>();
        memories.forEach((name, memory) -> {
            if (memory.role() == Structure.Role.OUTPUT) outputs.put(name, host.fetch(memory, global.get(name)));
        });
        return outputs;
    }

    private static CoreProgram compile(Operation operation, Map<String, GlobalMemory> memories, WeightMatrices weights, Accelerator accelerator,
        Diagnostics diagnostics) {
        var core = (Structure.Core) operation.op();
        var matrices = core.groups().stream().map(g -> weights.matrix(g, operation.location())).toList();
        var compiler = new CoreCompiler(core, memories, matrices, analog(operation, core, matrices, accelerator, diagnostics));
        try {
            return compiler.compile();
        } catch (Fault fault) {
            throw diagnostics.failure(compiler.current.location(), "'" + compiler.current.name() + "' op " + fault.getMessage());
        }
    }

    /// The array groups of a core as they compute when the accelerator is not exact; otherwise none.
    private static List<AnalogArray> analog(Operation operation, Structure.Core core, List<short[]> weights, Accelerator accelerator,
        Diagnostics diagnostics) {
        if (accelerator == null || accelerator.isExact()) return List.of();
        try {
            var unit = accelerator.matrixUnit((int) core.core());
            return IntStream.range(0, weights.size()).mapToObj(i -> AnalogArray.of(core.groups().get(i), i, core.core(), weights.get(i), unit,
                accelerator.noise())).toList();
        } catch (Fault fault) {
            throw diagnostics.failure(operation.location(), "'" + operation.name() + "' op " + fault.getMessage());
        }
    }
}
