package pim.dialect.isa;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.inst.interpret.Address;
import pim.dialect.inst.interpret.Fault;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.IntegerAttr;

/// The program of a module as a stream. Loops are unrolled on the way, never in memory.
public final class ModuleProgram {
    private final Diagnostics diagnostics;
    private final ProgramSink sink;
    /// The variables of the loops around, the outermost first, and their values.
    private final List<Value> loops = new ArrayList<>();
    private long[] counters = new long[4];

    private ModuleProgram(Diagnostics diagnostics, ProgramSink sink) {
        this.diagnostics = diagnostics;
        this.sink = sink;
    }

    /// What a core does: the tree of its block, with all that does not change from one round of a loop to the next.
    private sealed interface Step {
        /// @param instruction complete but for an immediate that `imm` computes, which is null where there is none
        record Emit(Operation operation, MachineInstruction instruction, Address imm) implements Step {}

        record Repeat(Structure.For loop, int depth, List<Step> body) implements Step {}
    }

    /// Hands the cores of `module`, which is verified, to `sink` in their order, loops as loops.
    ///
    /// @throws CompileFailure when the module is no machine program; what is wrong has been reported
    public static void walk(Operation module, Diagnostics diagnostics, LoopSink sink) throws IOException {
        var cores = cores(module, diagnostics);
        sink.begin(header(module, cores, diagnostics));
        var program = new ModuleProgram(diagnostics, null);
        for (var core : cores) {
            sink.core(core.core());
            if (!core.body().isEmpty()) walk(program.steps(core.body().entry()), sink);
            sink.endCore();
        }
        sink.end();
    }

    private static void walk(List<Step> steps, LoopSink sink) {
        for (var step : steps) {
            switch (step) {
                case Step.Emit(var operation, var instruction, var imm) -> sink.instruction(operation, instruction, imm);
                case Step.Repeat(var loop, _, var body) -> {
                    sink.loop(loop);
                    walk(body, sink);
                    sink.endLoop();
                }
            }
        }
    }

    /// Hands the cores of `module`, which is verified, to `sink` in their order.
    ///
    /// @throws CompileFailure when the module is no machine program; what is wrong has been reported
    public static void stream(Operation module, Diagnostics diagnostics, ProgramSink sink) throws IOException {
        var cores = cores(module, diagnostics);
        sink.begin(header(module, cores, diagnostics));
        var program = new ModuleProgram(diagnostics, sink);
        for (var core : cores) program.core(core);
        sink.end();
    }

    private static List<Structure.Core> cores(Operation module, Diagnostics diagnostics) {
        var cores = new ArrayList<Structure.Core>();
        for (var op : module.region(0).entry()) if (op.op() instanceof Structure.Core core) cores.add(core);
        if (cores.isEmpty()) throw failure(diagnostics, module, "has no isa.core, so that it is no machine program");
        return cores;
    }

    private static ProgramHeader header(Operation module, List<Structure.Core> cores, Diagnostics diagnostics) {
        var groups = new TreeMap<Integer, int[]>();
        for (var core : cores) groups.put(core.core(), Arrays.stream(core.groups()).mapToInt(Math::toIntExact).toArray());
        var configuration = configuration(module, groups, diagnostics);
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Structure.Core core && core.core() >= configuration.cores()) {
                throw failure(diagnostics, op, "expects a core within [0, " + configuration.cores() + "), but got " + core.core());
            }
        }
        return new ProgramHeader(configuration, groups);
    }

    private static Configuration configuration(Operation module, SortedMap<Integer, int[]> groups, Diagnostics diagnostics) {
        var attribute = module.attribute(Configuration.ATTRIBUTE);
        if (attribute != null) return Configuration.of(attribute);
        if (Accelerator.isCarriedBy(module)) return Configuration.of(Accelerator.carriedBy(module, diagnostics));
        return Configuration.of(groups.lastKey() + 1);
    }

    private void core(Structure.Core core) throws IOException {
        sink.core(core.core());
        if (!core.body().isEmpty()) run(steps(core.body().entry()));
        sink.endCore();
    }

    private List<Step> steps(Block block) {
        var steps = new ArrayList<Step>();
        for (var operation : block) {
            var opcode = Kinds.opcode(operation.kind());
            if (opcode != null) steps.add(emit(operation, opcode));
            else if (operation.op() instanceof Structure.For loop) steps.add(repeat(loop));
            else throw failure(operation, "is not an instruction of a core");
        }
        return steps;
    }

    private Step.Repeat repeat(Structure.For loop) {
        int depth = loops.size();
        if (depth == counters.length) counters = Arrays.copyOf(counters, 2 * depth);
        loops.add(loop.body().entry().argument(0));
        var body = steps(loop.body().entry());
        loops.removeLast();
        return new Step.Repeat(loop, depth, body);
    }

    private Step.Emit emit(Operation operation, Opcode opcode) {
        var instruction = new MachineInstruction().clear(opcode);
        Address imm = null;
        for (var field : opcode.fields()) {
            switch (operation.attribute(field.key())) {
                case null -> {}
                case IntegerAttr i -> instruction.set(field, (int) i.longValue());
                case AffineMapAttr map when map.value().results().getFirst() instanceof AffineExpr.Constant(var value) ->
                    instruction.set(field, (int) value);
                case AffineMapAttr map -> imm = immediate(operation, map);
                default -> instruction.set(field, 1);
            }
        }
        if (opcode.saysBytesTwice() && operation.attribute(Field.LEN.key()) == null) instruction.len = instruction.size;
        return new Step.Emit(operation, instruction, imm);
    }

    private Address immediate(Operation operation, AffineMapAttr map) {
        try {
            return Address.of(map, operation.operands(), loops);
        } catch (Fault e) {
            throw failure(operation, e.getMessage());
        }
    }

    private void run(List<Step> steps) throws IOException {
        for (var step : steps) {
            switch (step) {
                case Step.Emit(var operation, var instruction, var imm) -> {
                    if (imm != null) instruction.imm = value(operation, imm);
                    give(operation, instruction);
                }
                case Step.Repeat(var loop, var depth, var body) -> {
                    for (long i = loop.from(); i < loop.to(); i += loop.step()) {
                        counters[depth] = i;
                        run(body);
                    }
                }
            }
        }
    }

    private void give(Operation operation, MachineInstruction instruction) throws IOException {
        try {
            sink.instruction(instruction);
        } catch (Refusal e) {
            throw failure(operation, e.getMessage() + round(operation));
        }
    }

    private int value(Operation operation, Address imm) {
        try {
            long value = imm.at(counters);
            var wrong = Field.IMM.verify(value);
            if (wrong != null) throw new Fault(wrong);
            return (int) value;
        } catch (Fault e) {
            throw failure(operation, e.getMessage() + round(operation));
        }
    }

    /// Which round of the loops around it is, behind a message; nothing where there are no loops.
    private String round(Operation operation) {
        int depth = 0;
        for (var p = operation.parent(); p != null; p = p.parent()) if (p.op() instanceof Structure.For) depth++;
        var values = Arrays.stream(counters, 0, depth).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return depth == 0 ? "" : " (loop counters " + values + ")";
    }

    private CompileFailure failure(Operation operation, String message) {
        return failure(diagnostics, operation, message);
    }

    private static CompileFailure failure(Diagnostics diagnostics, Operation operation, String message) {
        return diagnostics.failure(operation, message);
    }
}
