package pim.dialect.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.ir.Block;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;

class ViewTest {
    /// A tensor as the network has it, its elements numbers.
    private record Plain(long[] shape, int[] values) {
        Plain at(long[] to, UnaryOperator<long[]> index) {
            var strides = Layout.rowMajor(shape);
            var places = Layout.rowMajor(to);
            var result = new int[size(to)];
            for (int n = 0; n < result.length; n++) {
                var i = new long[to.length];
                for (int axis = 0; axis < to.length; axis++) i[axis] = n / places[axis] % to[axis];
                var from = index.apply(i);
                result[n] = values[(int) IntStream.range(0, from.length).mapToLong(axis -> from[axis] * strides[axis]).sum()];
            }
            return new Plain(to, result);
        }
    }

    @Property(tries = 300, seed = "1")
    void movesGiveTheElementsThatTheNetworkSees(@ForAll Random random) {
        var shape = shape(random, 1 + random.nextInt(60));
        var plain = new Plain(shape, IntStream.range(0, size(shape)).toArray());
        var layout = Layout.of(shape, IntegerType.I32);
        var block = new Block();
        var view = View.of(block.addArgument(layout.type(), Location.UNKNOWN), layout, Location.UNKNOWN);
        for (int step = 0; step < 4; step++) {
            int axes = plain.shape.length;
            switch (random.nextInt(3)) {
                case 0 -> {
                    var order = new ArrayList<>(IntStream.range(0, axes).boxed().toList());
                    Collections.shuffle(order, random);
                    var permutation = order.stream().mapToLong(i -> i).toArray();
                    var from = plain.shape;
                    plain = plain.at(Arrays.stream(permutation).map(i -> from[(int) i]).toArray(), i -> {
                        var back = new long[axes];
                        for (int axis = 0; axis < axes; axis++) back[(int) permutation[axis]] = i[axis];
                        return back;
                    });
                    view = view.transposed(permutation, Location.UNKNOWN);
                }
                case 1 -> {
                    long[] starts = new long[axes], sizes = new long[axes], steps = new long[axes];
                    for (int axis = 0; axis < axes; axis++) {
                        starts[axis] = random.nextInt((int) plain.shape[axis]);
                        steps[axis] = 1 + random.nextInt(2);
                        sizes[axis] = 1 + random.nextInt((int) ((plain.shape[axis] - starts[axis] - 1) / steps[axis] + 1));
                    }
                    plain = plain.at(sizes, i -> IntStream.range(0, axes).mapToLong(axis -> starts[axis] + i[axis] * steps[axis]).toArray());
                    view = view.sliced(starts, sizes, steps, Location.UNKNOWN);
                }
                default -> {
                    var to = shape(random, plain.values.length);
                    plain = new Plain(to, plain.values);
                    var looked = view.reshaped(to, Location.UNKNOWN);
                    var into = Layout.of(to, IntegerType.I32);
                    view = looked != null ? looked : View.of(view.in(into, Builder.atEnd(block)), into, Location.UNKNOWN);
                }
            }
        }
        var into = Layout.of(plain.shape, IntegerType.I32);
        var value = view.in(into, Builder.atEnd(block));
        assertArrayEquals(plain.values, into.toNetwork(run(block, value, layout.toMemory(IntStream.range(0, size(shape)).toArray()))));
        for (var move : block) assertNull(move.op().verify(move));
    }

    @Test void shufflingChannelsIsOneMove() {
        var image = Layout.of(new long[] {1, 6, 4, 5}, IntegerType.I32);
        var block = new Block();
        var view = View.of(block.addArgument(image.type(), Location.UNKNOWN), image, Location.UNKNOWN);
        var split = view.reshaped(new long[] {1, 2, 3, 4, 5}, Location.UNKNOWN).transposed(new long[] {0, 2, 1, 3, 4}, Location.UNKNOWN);
        assertNull(split.reshaped(image.shape(), Location.UNKNOWN));
        var move = (LayoutOp.Move) split.in(image, Builder.atEnd(block)).op();
        assertArrayEquals(new long[] {20, 3, 2}, move.extents());
        assertArrayEquals(new long[] {6, 1, 3}, move.fromStrides());
        assertArrayEquals(new long[] {6, 2, 1}, move.toStrides());
    }

    @Test void flatteningAMapOfOnePixelMovesNothing() {
        var image = Layout.of(new long[] {1, 6, 1, 1}, IntegerType.I32);
        var block = new Block();
        var view = View.of(block.addArgument(image.type(), Location.UNKNOWN), image, Location.UNKNOWN).reshaped(new long[] {1, 6}, Location.UNKNOWN);
        assertTrue(view.is(Layout.of(new long[] {1, 6}, IntegerType.I32)));
    }

    private static int[] run(Block block, Value value, int[] input) {
        return value.op() instanceof LayoutOp.Move move ? MoveKernel.run(move, run(block, move.input(), input)) : input;
    }

    private static int size(long[] shape) {
        return (int) LongStream.of(shape).reduce(1, (a, b) -> a * b);
    }

    /// A shape of `size` elements, with some axes of extent 1.
    private static long[] shape(Random random, int size) {
        var extents = new ArrayList<Long>();
        for (int rest = size; rest > 1; ) {
            int extent = 1 + random.nextInt(rest);
            while (rest % extent != 0) extent--;
            if (extents.size() == 4) extent = rest;
            extents.add((long) extent);
            rest /= extent;
        }
        if (random.nextBoolean()) extents.addFirst(1L);
        return extents.stream().mapToLong(e -> e).toArray();
    }
}
