package pim.dialect.inst.interpret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.inst.Place.Global;
import pim.dialect.inst.Programs;
import pim.dialect.inst.Span;
import pim.dialect.inst.Structure.Role;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.Location;
import pim.tensor.Tensor;

class InstInterpreterTest {
    private static final Fixed SUM = new Fixed(64, 8), ELEMENT = new Fixed(16, 4);
    private final Programs program = new Programs();
    private final StringBuilder messages = new StringBuilder();

    private int[] run(Machine.Order order, Map<String, Tensor> inputs) {
        var outputs = new InstInterpreter(order).run(program.module, inputs, program.resources, Diagnostics.printingTo(messages));
        return ((Tensor.Ints) outputs.get("y")).data();
    }

    private String failure() {
        assertThrows(CompileFailure.class, () -> run(Machine.Order.FIRST_COME, Map.of()));
        return messages.toString();
    }

    private static Map<String, Tensor> input(int... values) {
        return Map.of("x", new Tensor.Ints(new int[] {1, values.length, 1, 1}, values));
    }

    @ParameterizedTest @EnumSource(Machine.Order.class)
    void twoCoresShareTheRowsOfAMatrix(Machine.Order order) {
        var x = program.memory("x", Role.INPUT, 4, 1, 1);
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var owner = program.core(3, program.group("w0", new short[][] {{100, 200}, {300, -400}}));
        var in = owner.alloc(4);
        var sum = owner.alloc(16);
        var theirs = owner.alloc(16);
        var out = owner.alloc(4);
        owner.load(in, x, 4);
        owner.mvm(0, sum, in);
        owner.recv(7, theirs, 16);
        owner.vec(FnAttr.of(FnAttr.Kind.ACCUMULATE, SUM, SUM, SUM), sum, sum, theirs, 2);
        owner.vec(FnAttr.of(FnAttr.Kind.REQUANTIZE, SUM, ELEMENT), out, sum, 2);
        owner.store(y, out, 4);
        var other = program.core(7, program.group("w1", new short[][] {{-1, 20}, {3, -4}}));
        var otherIn = other.alloc(4);
        var otherSum = other.alloc(16);
        other.load(otherIn, x.plus(4), 4);
        other.mvm(0, otherSum, otherIn);
        other.send(3, otherSum, 16);
        int first = 100 * 5 + 200 * -6 + -1 * 7 + 20 * 8, second = 300 * 5 + -400 * -6 + 3 * 7 - 4 * 8;
        assertArrayEquals(new int[] {Math.floorDiv(first + 8, 16), Math.floorDiv(second + 8, 16)}, run(order, input(5, -6, 7, 8)));
    }

    @Test void stridedTransfersTransposeWithinLoops() {
        var x = program.memory("x", Role.INPUT, 6, 1, 1);
        var y = program.memory("y", Role.OUTPUT, 6, 1, 1);
        var core = program.core(0);
        var row = core.alloc(6);
        core.loop(0, 2, 1, i -> {
            core.load(row, x.plus(i.times(6)), 6);
            core.store(y.plus(i.times(2)), row, new Span(2, 3, 4));
        });
        assertArrayEquals(new int[] {1, 4, 2, 5, 3, 6}, run(Machine.Order.FIRST_COME, input(1, 2, 3, 4, 5, 6)));
    }

    @Test void haloIsZeroForInputsAndStrippedFromOutputs() {
        var x = program.memory("x", Role.INPUT, 1, 1, 2, 0, 1, 0, 0);
        var y = program.memory("y", Role.OUTPUT, 1, 1, 2, 1, 0, 0, 2);
        var core = program.core(0);
        var row = core.alloc(6);
        core.load(row, x, 6);
        core.store(y.plus(8), row, 4);
        var outputs = run(Machine.Order.FIRST_COME, Map.of("x", new Tensor.Ints(new int[] {1, 1, 1, 2}, new int[] {11, 12})));
        assertArrayEquals(new int[] {0, 11}, outputs);
    }

    @Test void readingLocalMemoryThatWasNotWritten() {
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var core = program.core(0);
        var row = core.alloc(8);
        core.write(row, 3, 0, 1);
        core.store(y, row, 4);
        assertEquals("<unknown>:0: error: 'inst.store' op reads byte 3 of buffer #0, which nothing has written (core 0)\n", failure());
    }

    @Test void leavingABuffer() {
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var core = program.core(0);
        var row = core.alloc(8);
        core.loop(0, 3, 1, i -> core.write(row.plus(i.times(4)), 2, 300, 2));
        core.store(y, row, 4);
        assertEquals("<unknown>:0: error: 'inst.write' op accesses bytes [8, 12) of buffer #0, which has 8 (core 0, loop counters 2)\n", failure());
    }

    @Test void leavingGlobalMemory() {
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var core = program.core(0);
        var row = core.alloc(8);
        core.write(row, 8, 0, 1);
        core.store(y.plus(-2), row, 4);
        assertEquals("<unknown>:0: error: 'inst.store' op accesses bytes [-2, 2) of @y, which has 4 (core 0)\n", failure());
    }

    @Test void outputThatIsNotWritten() {
        program.memory("y", Role.OUTPUT, 2, 1, 1);
        program.core(0);
        assertEquals("<unknown>:0: error: the program does not write byte 0 of its output @y\n", failure());
    }

    /// Core 1 happens to run behind core 0, but nothing makes sure of it.
    @Test void readingWhatIsNotOrderedBehindItsWriting() {
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var core = program.core(0);
        var row = core.alloc(4);
        core.write(row, 4, 0, 1);
        core.store(y, row, 4);
        var reader = program.core(1);
        reader.load(reader.alloc(4), y, 4);
        assertEquals("<unknown>:0: error: 'inst.load' op reads byte 0 of @y, but no message makes sure that core 0 has written it before (core 1)\n",
            failure());
    }

    @Test void deadlockIsToldAsTheCycleOfWaits() {
        program.memory("y", Role.OUTPUT, 2, 1, 1);
        for (int i = 0; i < 3; i++) {
            var core = program.core(i);
            core.at(Location.named("conv" + i));
            var row = core.alloc(4);
            core.write(row, 4, 0, 1);
            core.send((i + 1) % 3, row, 4);
            core.recv((i + 2) % 3, row, 4);
        }
        assertEquals("""
            loc("conv0"): error: deadlock: core 0 waits in 'inst.send' of layer "conv0" for core 1
            loc("conv1"): note: core 1 waits in 'inst.send' of layer "conv1" for core 2
            loc("conv2"): note: core 2 waits in 'inst.send' of layer "conv2" for core 0
            """, failure());
    }

    @Test void waitingForACoreThatHasEnded() {
        program.memory("y", Role.OUTPUT, 2, 1, 1);
        var core = program.core(0);
        core.recv(1, core.alloc(4), 4);
        program.core(1);
        assertEquals("<unknown>:0: error: deadlock: core 0 waits in 'inst.recv' for core 1, and the program of core 1 has ended\n", failure());
    }

    @Test void halvesOfAMessageOfDifferentSize() {
        program.memory("y", Role.OUTPUT, 2, 1, 1);
        var core = program.core(0);
        core.recv(1, core.alloc(4), 4);
        var other = program.core(1);
        var row = other.alloc(2);
        other.write(row, 2, 0, 1);
        other.send(0, row, 2);
        assertEquals("""
            <unknown>:0: error: 'inst.send' op moves 2 bytes, but the other half moves 4 (core 1)
            <unknown>:0: note: the other half is 'inst.recv' on core 0
            """, failure());
    }

    @Test void buffersThatOverlap() {
        var y = program.memory("y", Role.OUTPUT, 2, 1, 1);
        var core = program.core(0);
        var a = core.alloc(4);
        var b = core.alloc(4);
        core.write(a, 4, 0, 1);
        core.write(b, 4, 0, 1);
        core.store(y, a, 4);
        a.buffer().definingOp().setAttribute("offset", IntegerAttr.i64(0));
        b.buffer().definingOp().setAttribute("offset", IntegerAttr.i64(2));
        assertEquals("<unknown>:0: error: 'inst.store' op reads byte 2 of buffer #0, which has been overwritten through buffer #1 (core 0)\n",
            failure());
    }

    private String failure(Map<String, Tensor> inputs) {
        assertThrows(CompileFailure.class, () -> run(Machine.Order.FIRST_COME, inputs));
        return messages.toString();
    }

    @Test void inputsThatDoNotFit() {
        program.memory("x", Role.INPUT, 2, 1, 1);
        program.memory("y", Role.OUTPUT, 2, 1, 1);
        program.core(0);
        assertEquals("<unknown>:0: error: the input 'x' is missing\n", failure(Map.of()));
        messages.setLength(0);
        assertEquals("<unknown>:0: error: there is no input 'y'; expected 'x'\n", failure(Map.of("y", new Tensor.Ints(new int[] {2}, new int[2]))));
        messages.setLength(0);
        assertEquals("<unknown>:0: error: the input 'x' is expected to have shape [1, 2, 1, 1], but got [1, 3, 1, 1]\n", failure(input(1, 2, 3)));
        messages.setLength(0);
        assertEquals("<unknown>:0: error: the input 'x' is expected to have integers of 16 bits, but got 32768\n", failure(input(0, 32768)));
        messages.setLength(0);
        assertEquals("<unknown>:0: error: the input 'x' is expected to have integers of 16 bits, but got floats\n",
            failure(Map.of("x", new Tensor.Floats(new int[] {1, 2, 1, 1}, new float[2]))));
    }

    @Test void weightsThatAreNotThere() {
        program.memory("y", Role.OUTPUT, 2, 1, 1);
        program.core(0, program.group("w", new short[][] {{1, 2}}));
        program.resources.put("w", ByteBuffer.allocate(3));
        assertEquals("<unknown>:0: error: the resource 'w' has 3 bytes, but dense_resource<w> : tensor<1x2x1x1xi16> needs 4\n", failure());
        messages.setLength(0);
        program.resources.put("w", null);
        assertEquals("<unknown>:0: error: there are no values for the resource 'w'\n", failure());
    }

    @Test void memoryThatDoesNotExist() {
        var core = program.core(0);
        core.load(core.alloc(2), Global.of("z"), 2);
        assertEquals("<unknown>:0: error: 'inst.load' op names memory @z, which does not exist\n", failure());
    }

    @Test void coreThatDoesNotExist() {
        var core = program.core(0);
        core.recv(9, core.alloc(2), 2);
        assertEquals("<unknown>:0: error: deadlock: core 0 waits in 'inst.recv' for core 9, and core 9 has no program\n", failure());
    }

    @Test void sumsThatDoNotFit() {
        var core = program.core(0);
        var narrow = new Fixed(32, 8);
        var sum = core.alloc(4);
        core.write(sum, 1, Integer.MAX_VALUE, 4);
        core.vec(FnAttr.of(FnAttr.Kind.ACCUMULATE, narrow, narrow, narrow), sum, sum, sum, 1);
        assertEquals("<unknown>:0: error: 'inst.vec' op gives the sum 4294967294, which does not fit 32 bits (core 0)\n", failure());
    }

    @Test void sumsThatDoNotFitTheWidest() {
        var core = program.core(0);
        var sum = core.alloc(8);
        core.write(sum, 1, Long.MIN_VALUE, 8);
        core.vec(FnAttr.of(FnAttr.Kind.ACCUMULATE, SUM, SUM, SUM), sum, sum, sum, 1);
        assertEquals("<unknown>:0: error: 'inst.vec' op gives a sum that does not fit 64 bits (core 0)\n", failure());
    }

    /// Only some of the weights are there, in rows and columns of all kinds.
    @Test void matrixOfFewWeights() {
        var x = program.memory("x", Role.INPUT, 12, 1, 1);
        var y = program.memory("y", Role.OUTPUT, 3, 1, 1);
        var core = program.core(0, program.group("w", new short[][] {
            {0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, -300},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {-32768, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0}}));
        var in = core.alloc(24);
        var sum = core.alloc(24);
        var out = core.alloc(6);
        core.load(in, x, 24);
        core.mvm(0, sum, in);
        core.vec(FnAttr.of(FnAttr.Kind.REQUANTIZE, SUM, new Fixed(16, 8)), out, sum, 3);
        core.store(y, out, 6);
        assertArrayEquals(new int[] {7 * 2 + 300, 0, -32768 + 5 * 11},
            run(Machine.Order.FIRST_COME, input(1, 2, 3, 4, 5, 11, 7, 8, 9, 10, 11, -1)));
    }
}
