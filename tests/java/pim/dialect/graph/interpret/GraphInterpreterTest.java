package pim.dialect.graph.interpret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.graph.Graph;
import pim.dialect.graph.Networks;
import pim.dialect.quant.UniformType;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.tensor.Tensor;

/// Each op gives the real numbers of its definition: floats to their precision, fixed-point numbers the nearest one there is.
class GraphInterpreterTest {
    private static final int TRIES = 120;

    @Property(tries = TRIES) void convolutions(@ForAll long seed) {
        check(seed, RandomOps::conv);
    }

    @Property(tries = TRIES) void linearLayers(@ForAll long seed) {
        check(seed, RandomOps::linear);
    }

    @Property(tries = TRIES) void matrixProducts(@ForAll long seed) {
        check(seed, RandomOps::matmul);
    }

    @Property(tries = TRIES) void activations(@ForAll long seed) {
        check(seed, RandomOps::activation);
    }

    @Property(tries = TRIES) void arithmetic(@ForAll long seed) {
        check(seed, RandomOps::binary);
    }

    @Property(tries = TRIES) void pools(@ForAll long seed) {
        check(seed, RandomOps::pool);
    }

    @Property(tries = TRIES) void normalizations(@ForAll long seed) {
        check(seed, RandomOps::normalization);
    }

    @Property(tries = TRIES) void layouts(@ForAll long seed) {
        check(seed, RandomOps::layout);
    }

    @Property(tries = 20) void batchNorms(@ForAll long seed) {
        checkOne(new RandomOps(new Random(seed), 0).batchNorm());
    }

    private static void check(long seed, Function<RandomOps, SingleOp> make) {
        for (int bits : new int[] {0, 8, 16}) checkOne(make.apply(new RandomOps(new Random(seed), bits)));
    }

    private static void checkOne(SingleOp program) {
        var expected = new RealReference(program::real).of(program.op());
        var got = program.run();
        assertEquals(expected.length, got.size());
        for (int i = 0; i < expected.length; i++) {
            switch (got) {
                case Tensor.Floats t -> assertEquals(expected[i], t.data()[i], 1e-5 * Math.max(1, Math.abs(expected[i])), program.op() + " at " + i);
                case Tensor.Ints t -> {
                    var type = UniformType.of(program.op().result());
                    double nearest = Math.clamp(Math.scalb(expected[i], type.fraction()), type.min(), type.max());
                    assertEquals(nearest, t.data()[i], tolerance(program.op()), program.op() + " at " + i);
                }
                case Tensor.Longs _ -> throw new AssertionError();
            }
        }
    }

    /// Half a unit of the result, and as much again where an activation follows the rounding.
    private static double tolerance(Graph op) {
        boolean twice = op instanceof Graph.Clip || op instanceof Graph.LeakyRelu || op instanceof Graph.Conv2d || op instanceof Graph.Linear;
        return twice ? 1.0001 : 0.5001;
    }

    @Property(tries = 30) void everyComputedValueIsShownOnce(@ForAll long seed) {
        var resources = new Resources();
        var module = Networks.random(seed, resources);
        var seen = new ArrayList<Value>();
        var inputs = Networks.inputs(seed, module);
        var outputs = new GraphInterpreter().run(module, inputs, resources, Diagnostics.printingTo(System.err), (value, tensor) -> {
            seen.add(value);
            assertArrayEquals(Elements.shape(value.type()), tensor.shape());
        });
        assertTrue(outputs.containsKey("y"));
        assertEquals(seen.size(), seen.stream().distinct().count());
        module.walk(op -> {
            if (op.op() instanceof Graph && !(op.op() instanceof Graph.Constant)) assertTrue(seen.contains(op.result()));
        });
    }

    @Test void floatsAreQuantisedByTheTypeOfTheInput() {
        var type = RankedTensorType.of(new UniformType(8, 4), 3);
        var program = SingleOp.of(new Random(0), List.of(type), v -> new Graph.Identity(v.getFirst()));
        var result = run(program.module(), Map.of("arg0", new Tensor.Floats(new int[] {3}, new float[] {0.5f, -100, 0.03125f})));
        assertEquals(new Tensor.Ints(new int[] {3}, new int[] {8, -128, 0}), result.get("result0"));
    }

    @Test void inputsThatDoNotFitAreErrors() {
        var program = SingleOp.of(new Random(0), List.of(RankedTensorType.of(FloatType.F32, 3)), v -> new Graph.Identity(v.getFirst())).module();
        var three = new Tensor.Floats(new int[] {3}, new float[3]);
        assertEquals("the input 'arg0' is missing", error(program, Map.of()));
        assertEquals("there is no input 'x'; expected 'arg0'", error(program, new HashMap<>(Map.of("arg0", three, "x", three))));
        assertEquals("the input 'arg0' is expected to have shape [3], but got [1, 3]", error(program, Map.of("arg0", three.reshaped(1, 3))));
        assertEquals("the input 'arg0' is expected to have elements of f32, but got integers",
            error(program, Map.of("arg0", new Tensor.Ints(new int[] {3}, new int[3]))));
        var type = RankedTensorType.of(new UniformType(8, 4), 3);
        var fixed = SingleOp.of(new Random(0), List.of(type), v -> new Graph.Identity(v.getFirst())).module();
        assertEquals("the input 'arg0' is expected to have elements of f32 or integers of 8 bits, but got 128",
            error(fixed, Map.of("arg0", new Tensor.Ints(new int[] {3}, new int[] {0, 128, 0}))));
        assertEquals("the input 'arg0' needs finite numbers to quantise, but got NaN",
            error(fixed, Map.of("arg0", new Tensor.Floats(new int[] {3}, new float[] {0, Float.NaN, 0}))));
    }

    private static String error(Operation module, Map<String, Tensor> inputs) {
        return assertThrows(CompileFailure.class, () -> run(module, inputs)).getMessage();
    }

    private static Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs) {
        var interpreter = new GraphInterpreter();
        assertTrue(interpreter.accepts(module));
        return interpreter.run(module, inputs, new Resources(), new Diagnostics(_ -> {}));
    }
}
