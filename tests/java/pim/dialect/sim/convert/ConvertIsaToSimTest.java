package pim.dialect.sim.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.arch.Accelerator;
import pim.dialect.sim.report.SimulationReport;
import pim.dialect.sim.timing.Pimsim;
import pim.dialect.sim.timing.PipelinedNoc;
import pim.dialect.sim.timing.TimedModule;
import pim.dialect.sim.timing.TimingModel;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.PassContext;
import pim.simulate.Outcome.CoreOutcome;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;

class ConvertIsaToSimTest {
    private static final Registry REGISTRY = Registry.standard();

    /// On machines of which some have several instructions in flight, whose addresses then matter.
    @Property(tries = 80, seed = "3") void timedActionsTakeTheTimeOfTheInstructionsAndSpendTheirEnergy(@ForAll Random random,
                                                                                           @ForAll @IntRange(min = 0, max = 9) int machine,
                                                                                           @ForAll boolean pipelined)
        throws IOException {
        var messages = new StringBuilder();
        var diagnostics = Diagnostics.printingTo(messages);
        var module = read(RandomProgram.of(random), diagnostics);
        var accelerator = Accelerator.load("config.json", Path.of("tests/resources/pimsim/00" + machine), diagnostics);
        Assume.that(accelerator.cores() > 1);
        module.setAttribute(Accelerator.ATTRIBUTE, accelerator.withoutSources().toAttribute());
        TimingModel model = pipelined ? new PipelinedNoc() : new Pimsim();
        SimulationReport instructions = null;
        try {
            instructions = simulate(module, model, diagnostics);
        } catch (CompileFailure e) {
            // Events that are signalled more often than they are awaited.
            assertTrue(messages.toString().contains("error: deadlock: "), messages.toString());
            Assume.that(false);
        }
        try {
            new ConvertIsaToSim(model.name()).run(module, new PassContext(REGISTRY, diagnostics, new Resources()));
        } catch (CompileFailure e) {
            // A register that is multiplied in each round is no affine expression of the rounds.
            assertTrue(messages.toString().contains("which is no affine expression"), messages.toString());
            Assume.that(false);
        }
        assertTrue(Verifier.verify(module, REGISTRY, diagnostics), messages.toString());
        var actions = simulate(read(ModulePrinter.print(module), diagnostics), null, diagnostics);
        assertEquals(instructions.outcome().cores().stream().map(CoreOutcome::finishedAt).toList(),
            actions.outcome().cores().stream().map(CoreOutcome::finishedAt).toList());
        assertEquals(instructions.outcome().cores().stream().map(CoreOutcome::units).toList(),
            actions.outcome().cores().stream().map(CoreOutcome::units).toList());
        assertEquals(instructions.outcome().cores().stream().map(CoreOutcome::frontEnd).toList(),
            actions.outcome().cores().stream().map(CoreOutcome::frontEnd).toList());
        assertEquals(instructions.outcome().ended(), actions.outcome().ended());
        double energy = instructions.energy().total();
        assertEquals(energy, actions.energy().total(), 1e-12 * energy);
        for (var key : new String[] {"latency_ms", "instructions", "traffic", "bounds_ms", "crossbars", "area"}) {
            assertEquals(instructions.tree().get(key), actions.tree().get(key));
        }
    }

    private static Operation read(String text, Diagnostics diagnostics) {
        return ModuleReader.read(new SourceText("program.mlir", text), REGISTRY, diagnostics, false).top();
    }

    /// @param model null for that of the timed actions
    private static SimulationReport simulate(Operation module, TimingModel model, Diagnostics diagnostics) throws IOException {
        var timing = TimedModule.begin(module, null, model, Registry.standard(), diagnostics);
        TimedModule.add(module, 0, timing, new PassContext(REGISTRY, diagnostics, new Resources()));
        return new SimulationReport(timing, timing.run());
    }
}
