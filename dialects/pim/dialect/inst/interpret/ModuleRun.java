package pim.dialect.inst.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Structure;
import pim.interpret.Inputs;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.tensor.Tensor;

/// A run of the cores of a module: global memory is what the module's `inst.memory` say, with inputs and constants in it; the cores run; what is in
/// the outputs then is the result.
///
/// @param memories by their names
/// @param places   the same by the addresses of their first bytes
public record ModuleRun(Map<String, GlobalMemory> memories, NavigableMap<Long, GlobalMemory> places, WeightMatrices weights) {
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

    /// The matrix of each group, row-major.
    ///
    /// @param core that has them, for messages
    public List<short[]> matrices(List<GroupAttr> groups, Operation core) {
        return groups.stream().map(g -> weights.matrix(g, core.location())).toList();
    }

    /// Runs the programs `cores` of `module`; see [pim.interpret.Interpreter#run].
    public static Map<String, Tensor> run(Operation module, List<Operation> cores, Language language, Machine.Order order, Map<String, Tensor> inputs,
                                          Resources resources, Diagnostics diagnostics) {
        var declared = new LinkedHashMap<String, Structure.Memory>();
        for (var op : module.region(0).entry()) if (op.op() instanceof Structure.Memory m) declared.put(m.symName().value(), m);
        var given = new Inputs(inputs, module.location(), diagnostics);
        given.expectOnly(declared.entrySet().stream().filter(m -> m.getValue().role() == Structure.Role.INPUT).map(Map.Entry::getKey).toList());
        var host = new Host(module.location(), given, resources, diagnostics);
        var run = new ModuleRun(new LinkedHashMap<>(), new TreeMap<>(), new WeightMatrices(resources, diagnostics));
        declared.forEach((name, memory) -> {
            var global = host.prepare(memory, cores.size());
            run.memories.put(name, global);
            run.places.put(memory.address(), global);
        });
        var programs = new ArrayList<CoreProgram>();
        for (var core : cores) programs.add(compile(language.compiler(core, run), diagnostics));
        new Machine(programs, order, diagnostics).run();
        var outputs = new LinkedHashMap<String, Tensor>();
        declared.forEach((name, memory) -> {
            if (memory.role() == Structure.Role.OUTPUT) outputs.put(name, host.fetch(memory, run.memories.get(name)));
        });
        return outputs;
    }

    private static CoreProgram compile(Compiler compiler, Diagnostics diagnostics) {
        try {
            return compiler.compile();
        } catch (Fault fault) {
            throw diagnostics.failure(compiler.current().location(), "'" + compiler.current().name() + "' op " + fault.getMessage());
        }
    }
}
