package pim.dialect.inst.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.inst.Message;
import pim.dialect.inst.Programs;
import pim.dialect.inst.RandomLayers;
import pim.dialect.inst.interpret.InstInterpreter;
import pim.dialect.tile.TileInterpreter;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.PassContext;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.tensor.Tensor;

class ConvertTileToInstTest {
    private static final Diagnostics STRICT = new Diagnostics(d -> {
        throw new AssertionError(d.headline() + d.notes());
    });

    private static void lower(RandomLayers layers, long localBytes) {
        assertTrue(Verifier.verify(layers.module, STRICT));
        layers.setAccelerator(localBytes);
        new ConvertTileToInst().run(layers.module, new PassContext(Registry.standard(), STRICT, layers.resources));
        assertTrue(Verifier.verify(layers.module, STRICT));
    }

    private static Map<String, Tensor> run(RandomLayers layers, Operation program, long inputs, Diagnostics diagnostics) {
        return new InstInterpreter().run(program, layers.inputs(inputs), layers.resources, diagnostics);
    }

    /// The interpreter of the programs also finds what is read before it is written, in local and in global memory, and cores that wait in a circle.
    @Property(tries = 300, seed = "1")
    void coresComputeWhatTheLayersDo(@ForAll @IntRange(max = 1 << 30) int seed, @ForAll @IntRange(min = 1, max = 6) int count,
                                     @ForAll @IntRange(min = 1, max = 6) int cores, @ForAll @IntRange(min = 40, max = 2000) int localBytes) {
        var layers = new RandomLayers(seed, seed + 1, cores, count);
        var expected = new TileInterpreter().run(layers.module, layers.inputs(seed), layers.resources, STRICT);
        lower(layers, localBytes);
        assertEquals(expected, run(layers, layers.module, seed, STRICT));
    }

    @Property(tries = 50, seed = "2")
    void programsReadBackFromTheirTextComputeTheSame(@ForAll @IntRange(max = 1 << 30) int seed) {
        var layers = new RandomLayers(seed, seed + 1, 4, 4);
        lower(layers, 500);
        var text = ModulePrinter.print(layers.module);
        var read = ModuleReader.read(new SourceText("program.mlir", text), Registry.standard(), STRICT, false).top();
        assertEquals(text, ModulePrinter.print(read));
        assertEquals(run(layers, layers.module, seed, STRICT), run(layers, read, seed, STRICT));
    }

    /// A message that only one side knows of cannot go unnoticed: someone waits for ever, or the halves of two messages meet.
    @Property(tries = 100, seed = "3")
    void aMissingHalfOfAMessageIsFound(@ForAll @IntRange(max = 1 << 30) int seed) {
        var layers = new RandomLayers(seed, seed + 1, 4, 4);
        lower(layers, 1000);
        var messages = new ArrayList<Operation>();
        layers.module.walk(op -> {
            if (op.op() instanceof Message) messages.add(op);
        });
        if (messages.isEmpty()) return;
        messages.get(new Random(seed).nextInt(messages.size())).erase();
        var reports = new StringBuilder();
        assertThrows(CompileFailure.class, () -> run(layers, layers.module, seed, Diagnostics.printingTo(reports)));
        var found = "deadlock: core|but the other half moves|which nothing has written|has no program|no message makes sure";
        assertTrue(reports.toString().matches("(?s).*(" + found + ").*"), reports.toString());
    }

    /// Ten times the rows are ten times the windows, and not a line more.
    @Test void theProgramIsAsLongForALargeMapAsForASmallOne() {
        assertEquals(convolution(8).lines().count(), convolution(80).lines().count());
    }

    private static String convolution(int rows) {
        var text = """
            !map = !tile.fmap<4x%dx9x!quant.uniform<i8:f32, 0.5>>
            func.func @main(%%x: !map) -> !map {
              %%0 = tile.conv2d %%x weights dense_resource<w> : tensor<4x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [1, 1, 1, 1]
                dilations [1, 1] groups 1 : !map -> !map {
                tile.replica windows [0, 50) {
                  tile.group of [0, 1) rows [0, 36) cols [0, 4) on core 0
                }
                tile.replica windows [50, %d) {
                  tile.group of [0, 1) rows [0, 20) cols [0, 4) on core 1
                  tile.group of [0, 1) rows [20, 36) cols [0, 4) on core 2
                }
              }
              %%1 = tile.pool max %%0 kernel [3, 3] strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] on core 0 : !map -> !map
              return %%1 : !map
            }
            """.formatted(rows, rows * 9);
        var module = ModuleReader.read(new SourceText("layer.mlir", text), Registry.standard(), STRICT, false).top();
        Programs.setAccelerator(module, 1 << 16);
        new ConvertTileToInst().run(module, new PassContext(Registry.standard(), STRICT, new Resources()));
        return ModulePrinter.print(module);
    }
}
