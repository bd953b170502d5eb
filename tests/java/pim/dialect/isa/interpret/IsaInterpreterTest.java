package pim.dialect.isa.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.inst.interpret.Machine;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.Resources;
import pim.syntax.ModuleReader;
import pim.tensor.Tensor;

class IsaInterpreterTest {
    private final StringBuilder messages = new StringBuilder();
    private final Diagnostics diagnostics = Diagnostics.printingTo(messages);

    private Map<String, Tensor> run(String text, Machine.Order order, Resources resources) {
        var module = ModuleReader.read(new SourceText("p.mlir", text), Registry.standard(), diagnostics, false).top();
        return new IsaInterpreter(order).run(module, Map.of(), resources, diagnostics);
    }

    private void assertFails(String message, String cores) {
        messages.setLength(0);
        assertThrows(CompileFailure.class, () -> run(cores, Machine.Order.FIRST_COME, new Resources()));
        assertEquals(message, messages.toString().lines().filter(l -> l.contains("error:") || l.contains("note:"))
            .map(l -> l.replaceFirst("^p.mlir:", "")).reduce((a, b) -> a + "\n" + b).orElse(""));
    }

    private void assertCoreFails(String message, String body) {
        assertFails(message, "isa.core 0 groups [] {\n" + body + "\n}\n");
    }

    @Test void whatNoProgramMayDo() {
        assertCoreFails("2:1: error: 'isa.saddi' op reads register r4, which nothing has set (core 0)", "isa.saddi r4, r4, 1");
        assertCoreFails("3:1: error: 'isa.vrelu' op needs the widths of elements, but no isa.setbw has set them",
            "isa.sldi r8, 0\nisa.vrelu r8, r8, len 4");
        assertCoreFails("2:1: error: 'isa.setbw' op sets elements of 10 bits; values are computed of 8, 16, 32 or 64", "isa.setbw ibiw 10, obiw 8");
        assertCoreFails("3:1: error: 'isa.lmv' op reads byte 0 of buffer local memory, which nothing has written (core 0)",
            "isa.sldi r8, 0\nisa.lmv r8, r8, size 4");
        assertCoreFails("3:1: error: 'isa.lldi' op accesses bytes [1048575, 1048577) of buffer local memory, which has 1048576 (core 0)",
            "isa.sldi r8, 1048575\nisa.lldi r8, 0, size 2");
        assertCoreFails("2:1: error: 'isa.ld' op takes an address in global memory from r3, but such are in even registers (core 0)",
            "isa.ld r8, r3, size 4");
        assertCoreFails("4:1: error: 'isa.ld' op accesses global memory at 77, where no inst.memory is (core 0)",
            "isa.sldi r2, 77\nisa.sldi r3, 0\nisa.ld r8, r2, size 4");
        assertCoreFails("5:1: error: 'isa.vvsra' op shifts an element by 64, but shifts go from 0 to 63 (core 0)",
            "isa.sldi r8, 0\nisa.lldi r8, 64, size 4\nisa.setbw ibiw 8, obiw 8\nisa.vvsra r8, r8, r8, len 4");
        assertCoreFails("5:1: error: 'isa.vtanh' op expects fractions of its input and output, without which its values are not known",
            "isa.sldi r8, 0\nisa.lldi r8, 64, size 4\nisa.setbw ibiw 8, obiw 8\nisa.vtanh r8, r8, len 4");
        assertCoreFails("3:1: error: 'isa.vsigm' op computes with elements of up to 32 bits, but they have 64 and 8",
            "isa.setbw ibiw 64, obiw 8\nisa.vsigm r8, r8, len 4 fractions [1, 2]");
        assertCoreFails("3:1: error: 'isa.vavg' op has the mean of no elements", "isa.setbw ibiw 8, obiw 8\nisa.vavg r8, r8, r8, len 0");
        assertCoreFails("3:1: error: 'isa.sldi' op has the immediate 3000000000, which does not fit 32 bits (core 0, loop counters 3)",
            "isa.for %i = 3 to 4 {\nisa.sldi r8, %i * 1000000000\n}");
        assertCoreFails("3:1: error: 'isa.for' op ends with other widths than it begins with; expected isa.setbw as its first instruction",
            "isa.setbw ibiw 8, obiw 8\nisa.for %i = 0 to 4 {\nisa.sldi r8, 0\nisa.setbw ibiw 8, obiw 16\n}");
        assertFails("3:1: error: 'isa.mvmul' op multiplies by an array group whose weights core 0 does not say",
            "isa.core 0 groups [1] {\nisa.setbw ibiw 8, obiw 16\nisa.mvmul r8, r8, mbiw 8, group 0\n}");
        assertCoreFails("5:1: error: 'isa.vmv' op takes elements that are 4294967294 bytes apart (core 0)",
            "isa.sldi r8, 0\nisa.sldi r9, 2147483647\nisa.setbw ibiw 16, obiw 16\nisa.vmv r8, r8, r9, len 2");
    }

    @Test void whoWaitsForWhom() {
        assertFails("""
            3:1: error: deadlock: core 0 waits in 'isa.recv' for core 1
            7:1: note: core 1 waits in 'isa.recv' for core 0""",
            "isa.core 0 groups [] {\nisa.sldi r8, 0\nisa.recv r8, core 1, size 4\n}\n"
                + "isa.core 1 groups [] {\nisa.sldi r8, 0\nisa.recv r8, core 0, size 4\n}\n");
        assertFails("2:1: error: deadlock: core 0 waits in 'isa.wait' of layer \"conv\" for event register 3 to be 2, which is 1",
            "isa.core 0 groups [] {\nisa.wait event_register 3, wait_value 2 loc(fused[\"conv\", \"p.mlir\":2:1])\n}\n"
                + "isa.core 1 groups [] {\nisa.sync event_register 3, core 0\n}\n");
        assertFails("2:1: error: 'isa.sync' op counts an event of core 7, which has no program (core 0)",
            "isa.core 0 groups [] {\nisa.sync event_register 3, core 7\n}\n");
    }

    /// An event orders a load behind a store on another core, whichever comes first; without it the race is found.
    @Test void eventsOrderMemory() {
        var text = """
            inst.memory @between at 0 : tensor<4xi8> scratch
            inst.memory @y at 4 : !tile.fmap<2x1x1xi16> output
            isa.core 0 groups [] {
              isa.sldi r8, 0
              isa.sldi r0, 0
              isa.sldi r1, 0
              isa.lldi r8, 1, size 4
              isa.st r0, r8, size 4
              isa.sync event_register 1, core 1
            }
            isa.core 1 groups [] {
              isa.sldi r8, 0
              isa.sldi r0, 0
              isa.sldi r1, 0
              isa.wait event_register 1, wait_value 1
              isa.ld r8, r0, size 4
              isa.st r0, r8, size 4, offset 4 rd
            }
            """;
        for (var order : Machine.Order.values()) {
            var y = (Tensor.Ints) run(text, order, new Resources()).get("y");
            assertEquals("[257, 257]", Arrays.toString(y.data()));
        }
        assertFails("16:3: error: 'isa.ld' op reads byte 0 of @between, but no message makes sure that core 0 has written it before (core 1)",
            text.replace("isa.wait event_register 1, wait_value 1", "isa.setbw ibiw 8, obiw 8"));
    }

    @Test void reluOfProducts() {
        var resources = new Resources();
        var weights = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 3).putShort((short) 4).putShort((short) -5)
            .putShort((short) 1).flip();
        resources.put("w", weights);
        var text = """
            inst.memory @y at 0 : !tile.fmap<2x1x1xi32> output
            isa.core 0 groups [1] weights [#inst.group<dense_resource<w> : tensor<2x2x1x1xi16> groups 1 of 0 to 1 rows 0 to 2 cols 0 to 2 sums i32>] {
              isa.sldi r8, 0
              isa.sldi r9, 8
              isa.sldi r0, 0
              isa.sldi r1, 0
              isa.lldi r8, 1, size 4
              isa.setbw ibiw 16, obiw 32
              isa.mvmul r9, r8, mbiw 16, %s group 0
              isa.st r0, r9, size 8
            }
            """;
        assertEquals("[1799, -1028]", Arrays.toString(((Tensor.Ints) run(text.formatted(""), Machine.Order.FIRST_COME, resources).get("y")).data()));
        assertEquals("[1799, 0]", Arrays.toString(((Tensor.Ints) run(text.formatted("relu,"), Machine.Order.FIRST_COME, resources).get("y")).data()));
    }

    /// `vavg` rounds as averages of all levels do.
    @Property(tries = 200) void means(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int count) {
        var values = new Random(seed).longs(count, -1L << 40, 1L << 40).toArray();
        long expected = FixedPoint.average(Arrays.stream(values).map(v -> v >> 26).sum(), count, 0, new UniformType(32, 0));
        assertEquals(expected, Mean.of(Arrays.stream(values).map(v -> v >> 26).toArray())[0]);
    }
}
