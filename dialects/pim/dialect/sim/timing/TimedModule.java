package pim.dialect.sim.timing;

import java.io.IOException;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.IsaDialect;
import pim.dialect.isa.ModuleProgram;
import pim.ir.Copy;
import pim.ir.Operation;
import pim.pass.PassContext;
import pim.pass.PassRegistry;

/// Takes a module to the simulator, whatever its level: timed actions as they are, machine instructions by a timing model, and instructions above
/// those by way of machine instructions.
public final class TimedModule {
    private TimedModule() {}

    /// A timing that has no program yet but what a module says beside its programs.
    ///
    /// @param accelerator in place of the one that the module carries, or null
    /// @param model       of a module of instructions, and what one of timed actions must have been made by; null for what the module says, or the
    ///                    default
    public static Timing begin(Operation module, Accelerator accelerator, TimingModel model, Registry registry, Diagnostics diagnostics) {
        var on = accelerator != null ? accelerator : Accelerator.carriedBy(module, diagnostics);
        var said = SimProgram.isIn(module) ? SimProgram.model(module, registry, diagnostics) : TimingModel.standard();
        return new Timing(on, model != null ? model : said, diagnostics);
    }

    /// Gives the programs of `module`, which is verified and stays as it is, to a timing.
    ///
    /// @param first the core that its core 0 is placed on
    /// @throws CompileFailure when it cannot be simulated; what is wrong has been reported
    public static void add(Operation module, int first, Timing timing, PassContext context) throws IOException {
        var diagnostics = context.diagnostics();
        boolean isSim = SimProgram.isIn(module), isIsa = holds(module, pim.dialect.isa.Structure.Core.class),
            isInst = holds(module, pim.dialect.inst.Structure.Core.class);
        if (isSim && (isIsa || isInst)) throw failure(module, "has programs of timed actions beside such of instructions; expected one of them",
            diagnostics);
        if (isSim) {
            SimProgram.add(module, first, timing, diagnostics);
            return;
        }
        if (!isIsa && !isInst) throw failure(module, "holds no program of the levels inst, isa and sim, which are simulated; pimc compile makes them", diagnostics);
        var machine = isInst && !isIsa ? toMachineInstructions(module, context) : module;
        timing.weights(machine, first);
        ModuleProgram.walk(machine, diagnostics, first == 0 ? timing : new Placed(timing, first));
    }

    private static boolean holds(Operation module, Class<?> dialect) {
        for (var op : module.region(0).entry()) if (dialect.isInstance(op.op())) return true;
        return false;
    }

    private static Operation toMachineInstructions(Operation module, PassContext context) {
        var name = new IsaDialect().origin();
        var pass = PassRegistry.standard().pass(name);
        if (pass == null) throw failure(module, "is a program of inst, which has a time only as machine instructions, and there is no pass " + name
            + " that makes those of it", context.diagnostics());
        var copy = Copy.of(module);
        pass.run(copy, context);
        if (context.diagnostics().hasErrors()) throw new CompileFailure(name + " has failed");
        return copy;
    }

    private static CompileFailure failure(Operation module, String message, Diagnostics diagnostics) {
        return diagnostics.failure(module, message);
    }
}
