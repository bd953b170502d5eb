package pim.dialect.inst.convert;

import java.util.Locale;
import pim.define.Builder;
import pim.dialect.arch.Accelerator;
import pim.dialect.func.Func;
import pim.dialect.inst.AcceleratorVerifier;
import pim.dialect.tile.FreeArrays;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Makes the program of each core from layers that have their cores.
///
/// @param mode which layers run when
public record ConvertTileToInst(Mode mode) implements Pass {
    /// How layers follow each other.
    public enum Mode {
        /// One after the other.
        SEQUENTIAL,
        /// Different layers on different samples: high throughput.
        HT,
        /// Each layer as soon as the pixels that it needs are there: low latency.
        LL
    }

    public ConvertTileToInst() {
        this(Mode.SEQUENTIAL);
    }

    @Override public String summary() {
        return "Lower placed layers to the programs of cores";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "tile";
    }

    @Override public void run(Operation module, PassContext context) {
        var location = module.location();
        if (mode != Mode.SEQUENTIAL) {
            var name = mode.name().toLowerCase(Locale.ROOT);
            throw context.diagnostics().failure(location, "convert-tile-to-inst cannot schedule in mode '" + name + "' yet, only in 'sequential'");
        }
        var accelerator = Accelerator.carriedBy(module, context.diagnostics());
        var operation = function(module, context);
        var function = (Func.Function) operation.op();
        FreeArrays.beside(module, accelerator, context.diagnostics());
        var memories = new Memories();
        var maps = maps(operation, function, memories, context);
        var cores = new SequentialSchedule(maps, memories, accelerator.chip().core().localMemory().size(), context).run(operation, function);
        var builder = Builder.before(operation);
        memories.finish(builder);
        builder.setLocation(operation.location());
        cores.finish(builder);
        operation.erase();
        AcceleratorVerifier.verify(module, accelerator, context.diagnostics());
    }

    private static Maps maps(Operation operation, Func.Function function, Memories memories, PassContext context) {
        try {
            return new Maps(operation, function, memories);
        } catch (IllegalArgumentException wrong) {
            throw context.diagnostics().failure(operation.location(), "'func.func' op " + wrong.getMessage());
        }
    }

    private static Operation function(Operation module, PassContext context) {
        Operation found = null;
        for (var op : module.region(0).entry()) {
            if (!(op.op() instanceof Func.Function function) || function.body().isEmpty()) continue;
            if (found != null) throw context.diagnostics().failure(op.location(), "expected one function in the module, but got a second");
            found = op;
        }
        if (found == null) throw context.diagnostics().failure(module.location(), "expected a function of tile layers in the module, but got none");
        return found;
    }
}
