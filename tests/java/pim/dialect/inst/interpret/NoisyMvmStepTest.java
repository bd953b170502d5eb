package pim.dialect.inst.interpret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Noise;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Programs;
import pim.dialect.inst.Structure.Role;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.StringAttr;
import pim.ir.type.IntegerType;
import pim.tensor.Tensor;

/// Programs whose module says that its arrays are noisy.
class NoisyMvmStepTest {
    private static final int[] INPUT = {5, -6, 7};

    /// One core that multiplies the input by the weights, twice with the same arrays, and gives the low bits of both sums.
    private static Programs program(short[][] weights, int sumWidth) {
        var program = new Programs();
        var x = program.memory("x", Role.INPUT, 3, 1, 1);
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var group = program.group("w", weights);
        group = new GroupAttr(group.weights(), 1, group.part(), IntegerType.of(sumWidth));
        var sums = new Fixed(sumWidth, 0);
        var core = program.core(0, group);
        var in = core.alloc(6);
        var sum = core.alloc(sumWidth / 8);
        var out = core.alloc(4);
        core.load(in, x, 6);
        core.mvm(0, sum, in);
        core.vec(FnAttr.of(FnAttr.Kind.REQUANTIZE, sums, new Fixed(16, 0)), out, sum, 1);
        core.mvm(0, sum, in);
        core.vec(FnAttr.of(FnAttr.Kind.REQUANTIZE, sums, new Fixed(16, 0)), out.plus(2), sum, 1);
        core.store(y, out, 4);
        program.setAccelerator(1 << 10);
        return program;
    }

    private static int[] run(Programs program, Noise noise, Machine.Order order) {
        var silent = Diagnostics.printingTo(System.err);
        program.module.setAttribute(Accelerator.ATTRIBUTE, Accelerator.carriedBy(program.module, silent).withNoise(noise).toAttribute());
        var inputs = Map.<String, Tensor>of("x", new Tensor.Ints(new int[] {1, 3, 1, 1}, INPUT));
        return ((Tensor.Ints) new InstInterpreter(order).run(program.module, inputs, program.resources, silent).get("y")).data();
    }

    private static Noise noise(double variation, double stuckHigh, double readNoise) {
        return new Noise(variation, List.of(), 0, stuckHigh, readNoise, 0, 0, 1, 11, "");
    }

    @ParameterizedTest @EnumSource(Machine.Order.class)
    void theModuleSaysTheNoise(Machine.Order order) {
        var weights = new short[][] {{100, 200, -300}};
        int exact = 100 * 5 - 200 * 6 - 300 * 7;
        assertArrayEquals(new int[] {exact, exact}, run(program(weights, 64), Noise.NONE, order));
        assertArrayEquals(new int[] {exact, exact}, run(program(weights, 64), new Noise(0, List.of(), 0, 0, 0, 0, 20, 1, 0, ""), order));
        // Full cells are the largest weight, and one that does not fit the output is the nearest that does.
        assertArrayEquals(new int[] {Short.MAX_VALUE, Short.MAX_VALUE}, run(program(weights, 64), noise(0, 1, 0), order));
    }

    /// What the programming got wrong stays the same for every instruction; a read is new each time.
    @Test void cellsAreProgrammedOnceAndReadEachTime() {
        var weights = new short[][] {{100, 200, -300}};
        var programmed = run(program(weights, 64), noise(0.01, 0, 0), Machine.Order.FIRST_COME);
        assertEquals(programmed[0], programmed[1]);
        assertTrue(programmed[0] != 100 * 5 - 200 * 6 - 300 * 7);
        var read = run(program(weights, 64), noise(0, 0, 0.01), Machine.Order.FIRST_COME);
        assertTrue(read[0] != read[1]);
        assertArrayEquals(read, run(program(weights, 64), noise(0, 0, 0.01), Machine.Order.FIRST_COME));
    }

    @Test void aSumThatDoesNotFitIsTheNearestThatDoes() {
        // 3 * 32767 * 32767 does not fit 32 bits.
        var program = new Programs();
        var x = program.memory("x", Role.INPUT, 3, 1, 1);
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var group = program.group("w", new short[][] {{0, 0, 0}});
        var core = program.core(0, new GroupAttr(group.weights(), 1, group.part(), IntegerType.of(32)));
        var in = core.alloc(6);
        var sum = core.alloc(4);
        core.load(in, x, 6);
        core.mvm(0, sum, in);
        core.store(y, sum, 4);
        program.setAccelerator(1 << 10);
        var silent = Diagnostics.printingTo(System.err);
        program.module.setAttribute(Accelerator.ATTRIBUTE, Accelerator.carriedBy(program.module, silent).withNoise(noise(0, 1, 0)).toAttribute());
        var inputs = Map.<String, Tensor>of("x", new Tensor.Ints(new int[] {1, 3, 1, 1}, new int[] {32767, 32767, 32767}));
        var output = ((Tensor.Ints) new InstInterpreter().run(program.module, inputs, program.resources, silent).get("y")).data();
        assertArrayEquals(new int[] {(short) 0xffff, 0x7fff}, output);
    }

    @Test void whatCannotBeSimulatedIsSaid() {
        var program = program(new short[][] {{100, 200, -300}}, 64);
        var messages = new StringBuilder();
        var attribute = Accelerator.carriedBy(program.module, Diagnostics.printingTo(messages)).withNoise(noise(0.1, 0, 0)).toAttribute();
        var own = (DictionaryAttr) attribute.get("pimlico");
        program.module.setAttribute(Accelerator.ATTRIBUTE, attribute.with("pimlico", own.with("signed_weights", StringAttr.of("twos_complement"))));
        assertThrows(CompileFailure.class, () -> new InstInterpreter().run(program.module,
            Map.of("x", new Tensor.Ints(new int[] {1, 3, 1, 1}, INPUT)), program.resources, Diagnostics.printingTo(messages)));
        assertTrue(messages.toString().contains("'inst.core' op has its weights in two's complement in cells of 2 bits"), messages.toString());
    }
}
