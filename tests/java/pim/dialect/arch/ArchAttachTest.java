package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pim.define.Registry;
import pim.diagnose.Diagnostics;
import pim.dialect.graph.Networks;
import pim.interpret.Interpreters;
import pim.ir.Resources;
import pim.ir.attr.Location;
import pim.pass.PassContext;
import pim.tensor.Tensor;

class ArchAttachTest {
    /// Networks compute what they did, and carry the very accelerator.
    @Property(tries = 20) void random(@ForAll long seed, @ForAll("presets") String preset) {
        var resources = new Resources();
        var diagnostics = new Diagnostics(d -> { throw new AssertionError(d.headline()); });
        var module = Networks.random(seed, resources);
        Map<String, Tensor> inputs = Networks.inputs(seed, module);
        var before = Interpreters.run(module, inputs, resources, diagnostics);
        new ArchAttach(preset).run(module, new PassContext(Registry.standard(), diagnostics, resources));
        assertEquals(before, Interpreters.run(module, inputs, resources, diagnostics));
        var attached = Accelerator.of(module.attribute(Accelerator.ATTRIBUTE), Location.UNKNOWN, diagnostics);
        assertEquals(Accelerator.load(preset, Path.of(""), diagnostics).withoutSources(), attached);
    }

    @Provide Arbitrary<String> presets() {
        return Arbitraries.of(Accelerator.presets());
    }
}
