package pim.dialect.inst.interpret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Structure;
import pim.interpret.Inputs;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.tensor.Tensor;

/// A run of the cores of a module: global memory is what the module's `inst.memory` say, with inputs and constants in it; the cores run; what is in
/// the outputs then is the result.
public final class ModuleRun {
    private final Map<String, Structure.Memory> declared = new LinkedHashMap<>();
    private final Map<String, GlobalMemory> memories = new LinkedHashMap<>();
    private final NavigableMap<Long, GlobalMemory> places = new TreeMap<>();
    private final Accelerator accelerator;
    private final Host host;
    private final WeightMatrices weights;
    private final Diagnostics diagnostics;

    /// Turns the program of a core into steps.
    public interface Compiler {
        CoreProgram compile();

        /// The instruction that a [Fault] of [#compile] speaks of.
        Operation current();
    }

    /// Makes the compiler of a core.
    public interface Language {
        Compiler compiler(Operation core, ModuleRun surroundings);
    }

    /// The array groups of a core.
    ///
    /// @param matrices of each
    /// @param analog   how each computes where the accelerator is not exact; otherwise empty
    public record Arrays(List<GroupMatrix> matrices, List<AnalogArray> analog) {}

    /// @param accelerator what the module is for; null when it does not say
    /// @param cores       how many there are
    public ModuleRun(Operation module, Accelerator accelerator, Map<String, Tensor> inputs, Resources resources, int cores, Diagnostics diagnostics) {
        this.accelerator = accelerator;
        this.diagnostics = diagnostics;
        weights = new WeightMatrices(resources, diagnostics);
        for (var op : module.region(0).entry()) if (op.op() instanceof Structure.Memory m) declared.put(m.symName().value(), m);
        var given = new Inputs(inputs, module.location(), diagnostics);
        given.expectOnly(declared.entrySet().stream().filter(m -> m.getValue().role() == Structure.Role.INPUT).map(Map.Entry::getKey).toList());
        host = new Host(module.location(), given, resources, diagnostics);
        declared.forEach((name, memory) -> {
            var global = host.prepare(memory, cores);
            memories.put(name, global);
            places.put(memory.address(), global);
        });
    }

    /// The buffers of global memory by their names.
    Map<String, GlobalMemory> memories() {
        return memories;
    }

    /// The buffers of global memory by the addresses of their first bytes.
    public NavigableMap<Long, GlobalMemory> places() {
        return places;
    }

    /// The array groups of the core of that number.
    public Arrays arrays(Operation core, long number, List<GroupAttr> groups) {
        var matrices = groups.stream().map(g -> weights.matrix(g, core.location())).toList();
        if (accelerator == null || accelerator.isExact()) return new Arrays(matrices, List.of());
        try {
            var unit = accelerator.matrixUnit((int) number);
            var analog = IntStream.range(0, matrices.size()).mapToObj(i -> AnalogArray.of(groups.get(i), i, number, matrices.get(i).weights(), unit,
                accelerator.noise()));
            return new Arrays(matrices, analog.toList());
        } catch (Fault fault) {
            throw diagnostics.failure(core, fault.getMessage());
        }
    }

    /// Runs the programs; gives what is in the outputs then.
    public Map<String, Tensor> run(List<Operation> cores, Language language, Machine.Order order, Meetings meetings) {
        var programs = cores.stream().map(core -> compile(language.compiler(core, this))).toList();
        new Machine(programs, order, meetings, diagnostics).run();
        var outputs = new LinkedHashMap<String, Tensor>();
        declared.forEach((name, memory) -> {
            if (memory.role() == Structure.Role.OUTPUT) outputs.put(name, host.fetch(memory, memories.get(name)));
        });
        return outputs;
    }

    private CoreProgram compile(Compiler compiler) {
        try {
            return compiler.compile();
        } catch (Fault fault) {
            throw diagnostics.failure(compiler.current(), fault.getMessage());
        }
    }
}
