package pim.dialect.sim.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import pim.define.Builder;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.ModuleProgram;
import pim.dialect.isa.Structure;
import pim.dialect.sim.timing.Raising;
import pim.dialect.sim.timing.Timing;
import pim.dialect.sim.timing.TimingModel;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Replaces each machine instruction that needs a unit by the timed actions that a timing model says it has, so that what takes how long can be read
/// and changed.
///
/// @param timingModel whose timing it is
public record ConvertIsaToSim(String timingModel) implements Pass {
    public ConvertIsaToSim() {
        this(TimingModel.standard().name());
    }

    @Override public String summary() {
        return "Replace machine instructions by the timed actions of a timing model";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "isa";
    }

    @Override public void run(Operation root, PassContext context) {
        var model = TimingModel.named(timingModel, context.registry()).orElseThrow(() -> context.diagnostics().failure(root.location(), name()
            + ": there is no timing model '" + timingModel + "'; there are "
            + String.join(", ", TimingModel.all(context.registry()).stream().map(TimingModel::name).toList())));
        var timing = Timing.withAddresses(Accelerator.carriedBy(root, context.diagnostics()), model, context.diagnostics());
        timing.weights(root, 0);
        try {
            ModuleProgram.walk(root, context.diagnostics(), timing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var block = root.region(0).entry();
        Raising.raise(timing, Builder.atEnd(block), context.diagnostics());
        for (var op = block.first(); op != null; ) {
            var next = op.next();
            if (op.has(Structure.Core.class)) op.erase();
            op = next;
        }
    }
}
