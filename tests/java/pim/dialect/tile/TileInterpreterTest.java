package pim.dialect.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.syntax.ModuleReader;
import pim.syntax.ParsedModule;
import pim.tensor.Tensor;

class TileInterpreterTest {
    private static final String NUMBERS = "!quant.uniform<i8:f32, 0.5>";

    /// A function of two channels of 1x2 pixels.
    private static ParsedModule module(String attributes, String layer) {
        var text = """
            !m = !tile.fmap<2x1x2x%s>
            func.func @main(%%x: !m%s) -> (!m {graph.name = "y"}) {
              %s
              return %%0 : !m
            }
            """.formatted(NUMBERS, attributes, layer);
        return ModuleReader.read(new SourceText("m.mlir", text), Registry.standard(), TileFixture.strict(), false);
    }

    private static final String RELU = "%0 = tile.activation #graph.activation<relu> %x : !m -> !m";

    private static List<String> messages(ParsedModule module, Map<String, Tensor> inputs) {
        var messages = new ArrayList<Diagnostic>();
        assertThrows(CompileFailure.class, () -> new TileInterpreter().run(module.top(), inputs, module.resources(), new Diagnostics(messages::add)));
        return messages.stream().map(Diagnostic::message).toList();
    }

    private static Tensor.Ints ints(int... values) {
        return new Tensor.Ints(new int[] {1, 2, 1, 2}, values);
    }

    @Test void inputsAndOutputsAreInTheOrderOfTheNetwork() {
        // The first channel of both pixels, then the second; in memory the channels of a pixel lie side by side.
        var module = module("", "%0 = tile.move %x extents [2, 2] from 0 strides [2, 1] to 1 strides [2, -1] fill 0 : !m -> !m");
        var outputs = new TileInterpreter().run(module.top(), Map.of("arg0", ints(1, 2, 3, 4)), module.resources(), TileFixture.strict());
        assertEquals(Map.of("y", ints(3, 4, 1, 2)), outputs);
    }

    @Test void floatsAreQuantisedByTheTypeOfTheInput() {
        var module = module("", RELU);
        var floats = new Tensor.Floats(new int[] {1, 2, 1, 2}, new float[] {-1, 1.5f, 1000, 0.2f});
        var outputs = new TileInterpreter().run(module.top(), Map.of("arg0", floats), module.resources(), TileFixture.strict());
        assertArrayEquals(new int[] {0, 3, 127, 0}, ((Tensor.Ints) outputs.get("y")).data());
    }

    @Test void whatIsWrongWithAnInputIsSaid() {
        var named = module(" {graph.name = \"x\"}", RELU);
        assertEquals(List.of("there is no input 'z'; expected 'x'"), messages(named, Map.of("z", ints(1, 2, 3, 4))));
        assertEquals(List.of("the input 'x' is expected to have shape [1, 2, 1, 2], but got [4]"),
            messages(named, Map.of("x", ints(1, 2, 3, 4).reshaped(4))));
        assertEquals(List.of("the input 'x' is expected to have elements of f32 or integers of 8 bits, but got 128"), messages(named, Map.of("x", ints(1, 2, 3, 128))));
        var longs = new Tensor.Longs(new int[] {1, 2, 1, 2}, new long[4]);
        assertEquals(List.of("the input 'x' is expected to have elements of f32 or integers of 8 bits, but got integers of 64 bits"),
            messages(named, Map.of("x", longs)));
    }

    @Test void whatIsWrongWithTheProgramIsSaid() {
        var inputs = Map.<String, Tensor>of("arg0", ints(1, 2, 3, 4));
        var shape = module(" {graph.shape = array<i64: 4>}", RELU);
        assertEquals(List.of("'func.func' op expects input 'arg0' to be !tile.fmap<4x1x1x!quant.uniform<i8:f32, 5.000000e-01>> "
            + "as its graph.shape [4] demands, but got !tile.fmap<2x1x2x!quant.uniform<i8:f32, 5.000000e-01>>"), messages(shape, inputs));
        var other = module("", "%0 = func.call @main(%x) : (!m) -> !m");
        assertEquals(List.of("'func.call' op cannot be run; expected layers of the tile dialect"), messages(other, inputs));
        var missing = module("", "%0 = tile.constant dense_resource<c> : tensor<4x" + NUMBERS + "> : !m");
        assertTrue(messages(missing, inputs).getFirst().startsWith("'tile.constant' op expects the values of dense_resource<c>"));
    }
}
