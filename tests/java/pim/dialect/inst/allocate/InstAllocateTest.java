package pim.dialect.inst.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.Programs;
import pim.dialect.inst.RandomLayers;
import pim.dialect.inst.Span;
import pim.dialect.inst.Structure;
import pim.dialect.inst.convert.ConvertTileToInst;
import pim.dialect.inst.interpret.InstInterpreter;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;
import pim.pass.PassContext;

class InstAllocateTest {
    private static final Pattern TOO_LARGE = Pattern.compile("works on (\\d+) bytes of local memory at once, but core \\d+ has (\\d+)");

    private final StringBuilder messages = new StringBuilder();
    private final Diagnostics diagnostics = Diagnostics.printingTo(messages);

    /// Where the program fits, be it by spilling, it computes the same and no two buffers that live at the same time overlap. Where it does not,
    /// there is an instruction that alone is too large.
    @Property(tries = 300, seed = "1")
    void allocatedProgramsComputeTheSame(@ForAll @IntRange(max = 1 << 30) int seed, @ForAll @IntRange(min = 1, max = 5) int count,
                                         @ForAll @IntRange(min = 1, max = 6) int cores, @ForAll @IntRange(min = 40, max = 1000) int localBytes) {
        messages.setLength(0);
        var layers = new RandomLayers(seed, seed + 1, cores, count);
        layers.setAccelerator(localBytes);
        var context = new PassContext(Registry.standard(), diagnostics, layers.resources);
        new ConvertTileToInst().run(layers.module, context);
        var interpreter = new InstInterpreter();
        var expected = interpreter.run(layers.module, layers.inputs(seed), layers.resources, diagnostics);
        try {
            new InstAllocate().run(layers.module, context);
        } catch (CompileFailure failure) {
            var said = TOO_LARGE.matcher(messages);
            assertTrue(said.find() && Long.parseLong(said.group(1)) > localBytes && Long.parseLong(said.group(2)) == localBytes, messages.toString());
            Statistics.collect("does not fit");
            return;
        }
        assertTrue(Verifier.verify(layers.module, diagnostics));
        for (var op : layers.module.region(0).entry()) if (op.op() instanceof Structure.Core core) checkOffsets(core, localBytes);
        assertEquals(expected, interpreter.run(layers.module, layers.inputs(seed), layers.resources, diagnostics));
        Statistics.collect(spills(layers.module) ? "spills" : "fits");
    }

    private static void checkOffsets(Structure.Core core, long localBytes) {
        var ranges = new Liveness(core.body()).ranges();
        for (var a : ranges) {
            long begin = Placement.fixed(a).orElseThrow(), end = begin + a.bytes();
            assertTrue(begin >= 0 && end <= localBytes);
            for (var b : ranges) {
                long other = Placement.fixed(b).orElseThrow();
                if (a != b && a.overlaps(b)) assertFalse(begin < other + b.bytes() && other < end);
            }
        }
    }

    private static boolean spills(Operation module) {
        for (var op : module.region(0).entry()) if (op.op() instanceof Structure.Memory m && m.symName().value().startsWith("spill.")) return true;
        return false;
    }

    private final Programs program = new Programs();

    private void allocate(long localBytes) {
        program.setAccelerator(localBytes);
        new InstAllocate().run(program.module, new PassContext(Registry.standard(), diagnostics, program.resources));
    }

    @Test void offsetsThatAreThereAreKept() {
        var core = program.core(0);
        var first = core.alloc(10);
        var second = core.alloc(10);
        core.write(first, 10, 0, 1);
        core.write(second, 10, 0, 1);
        core.copy(second, first, Span.of(10));
        first.buffer().definingOp().setAttribute("offset", IntegerAttr.i64(5));
        allocate(100);
        assertEquals(IntegerAttr.i64(5), first.buffer().definingOp().attribute("offset"));
        assertEquals(IntegerAttr.i64(15), second.buffer().definingOp().attribute("offset"));
    }

    @Test void offsetsThatOverlap() {
        var core = program.core(0);
        var first = core.alloc(10);
        var second = core.alloc(10);
        core.write(second, 10, 0, 1);
        core.write(first, 10, 0, 1);
        first.buffer().definingOp().setAttribute("offset", IntegerAttr.i64(5));
        second.buffer().definingOp().setAttribute("offset", IntegerAttr.i64(14));
        assertThrows(CompileFailure.class, () -> allocate(100));
        assertEquals("""
            <unknown>:0: error: 'inst.alloc' op overlaps a buffer at 14 that lives at the same time
            <unknown>:0: note: the other buffer
            """, messages.toString());
    }

    @Test void offsetBehindTheEndOfLocalMemory() {
        var core = program.core(3);
        core.alloc(10).buffer().definingOp().setAttribute("offset", IntegerAttr.i64(95));
        assertThrows(CompileFailure.class, () -> allocate(100));
        assertEquals("<unknown>:0: error: 'inst.alloc' op reaches byte 105 of local memory, which has 100 on core 3\n", messages.toString());
    }
}
