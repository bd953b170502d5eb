package pim.dialect.inst.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.dialect.inst.Compute;
import pim.dialect.inst.Inst;
import pim.dialect.inst.Instruction;
import pim.dialect.inst.Message;
import pim.dialect.inst.Span;
import pim.dialect.inst.Structure;
import pim.dialect.inst.Transfer;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.SymbolRefAttr;

/// Turns the program of a core into flat steps. Buffers that have no offset yet get places of their own behind those that have.
final class CoreCompiler implements ModuleRun.Compiler {
    private final Structure.Core core;
    private final Map<String, GlobalMemory> memories;
    private final List<GroupMatrix> matrices;
    private final List<AnalogArray> analog;
    private final Steps steps = new Steps();
    private final Map<Value, LocalMemory.Buffer> buffers = new HashMap<>();
    private final List<LocalMemory.Buffer> numbered = new ArrayList<>();
    private long free;
    private Operation current;

    /// @param matrices of the array groups of the core
    /// @param analog   the array groups where they do not compute exactly; otherwise empty
    CoreCompiler(Structure.Core core, Map<String, GlobalMemory> memories, List<GroupMatrix> matrices, List<AnalogArray> analog) {
        this.core = core;
        this.memories = memories;
        this.matrices = matrices;
        this.analog = analog;
    }

    @Override public Operation current() {
        return current;
    }

    @Override public CoreProgram compile() {
        core.body().walk(op -> {
            if (!op.has(Structure.Alloc.class)) return;
            var alloc = (Structure.Alloc) op.op();
            alloc.offset().ifPresent(offset -> free = Math.max(free, offset + alloc.bytes()));
        });
        if (!core.body().isEmpty()) block(core.body().entry());
        return steps.program(core.core(), numbered);
    }

    private void block(Block block) {
        for (var operation : block) {
            current = operation;
            if (!(operation.op() instanceof Inst op)) throw new Fault("is not an instruction of a core");
            switch (op) {
                case Structure.Memory _, Structure.Core _ -> throw new Fault("cannot stand in a core");
                case Structure.Alloc alloc -> alloc(operation, alloc);
                case Structure.For loop -> steps.loop(operation, loop, this::block);
                case Instruction instruction -> steps.add(step(operation, instruction));
            }
        }
    }

    private void alloc(Operation operation, Structure.Alloc alloc) {
        long base = alloc.offset().orElse(free);
        if (alloc.offset().isEmpty()) free += alloc.bytes();
        if (base + alloc.bytes() > Integer.MAX_VALUE) throw new Fault("lies beyond " + Integer.MAX_VALUE + " bytes of local memory");
        var buffer = new LocalMemory.Buffer(numbered.size(), (int) base, (int) alloc.bytes(), "#" + numbered.size());
        numbered.add(buffer);
        buffers.put(operation.result(), buffer);
        steps.add(new Step.Enter(operation, buffer));
    }

    private Step step(Operation operation, Instruction instruction) {
        var indices = instruction.indices();
        var locals = new ArrayList<Step.Local>();
        for (var access : instruction.accesses(core.groups())) locals.add(local(access, indices));
        return switch (instruction) {
            case Transfer.Load load -> new Step.Load(operation, locals.getFirst(), global(load.memory(), load.memoryAt(), load.strided(), indices));
            case Transfer.Store store -> new Step.Store(operation, global(store.memory(), store.memoryAt(), store.strided(), indices),
                locals.getFirst());
            case Transfer.Copy _ -> new Step.Copy(operation, locals.get(1), locals.get(0));
            case Compute.Write write -> new Step.Write(operation, locals.getFirst(), write.value(), (int) write.bytesEach());
            case Compute.Mvm mvm when !analog.isEmpty() -> {
                var group = core.groups().get((int) mvm.group());
                yield new NoisyMvmStep(operation, locals.get(1), locals.get(0), analog.get((int) mvm.group()), group.inputWidth(),
                    group.sums().width() / Byte.SIZE);
            }
            case Compute.Mvm mvm -> {
                var group = core.groups().get((int) mvm.group());
                yield new MvmStep(operation, locals.get(1), locals.get(0), matrices.get((int) mvm.group()), group.inputWidth(),
                    group.sums().width() / Byte.SIZE);
            }
            case Compute.Vec vec -> new VecStep(operation, vec.fn(), locals.getLast(), locals.getFirst(), locals.size() == 3 ? locals.get(1) : null,
                (int) vec.length());
            case Message.Send send -> new MessageStep(operation, true, send.core(), locals.getFirst());
            case Message.Recv recv -> new MessageStep(operation, false, recv.core(), locals.getFirst());
        };
    }

    private Step.Local local(Instruction.Access access, List<Value> indices) {
        var buffer = buffers.get(access.buffer());
        if (buffer == null) throw new Fault("works on a value that is no buffer of the core");
        var span = access.span();
        if (span.high() - span.low() > buffer.size()) {
            throw new Fault("works on " + (span.high() - span.low()) + " bytes of buffer " + buffer.name() + ", which has " + buffer.size());
        }
        return new Step.Local(buffer, Address.of(access.at(), indices, steps.loops()), access.span());
    }

    private Step.Global global(SymbolRefAttr memory, AffineMapAttr at, Span span, List<Value> indices) {
        var buffer = memories.get(memory.leaf());
        if (buffer == null) throw new Fault("names memory " + memory + ", which does not exist");
        return new Step.Global(buffer, Address.of(at, indices, steps.loops()), span);
    }
}
