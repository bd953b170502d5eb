package pim.dialect.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnfoldingTest {
    /// Each weight is in the matrices of a random cut as often as once, at the row of its tap and channel; all else is zero.
    @Property(tries = 200, seed = "1")
    void theMatricesOfACutHoldEachWeightOnce(@ForAll @IntRange(min = 1, max = 4) int outputs, @ForAll @IntRange(min = 1, max = 4) int inputs,
                                             @ForAll @IntRange(min = 1, max = 3) int height, @ForAll @IntRange(min = 1, max = 3) int width,
                                             @ForAll @IntRange(min = 1, max = 4) int groups, @ForAll Random random) {
        var unfolding = new Unfolding(outputs, inputs, height, width, groups);
        var cuts = cut(unfolding, random);
        assertNull(Coverage.verify(unfolding, cuts));
        int count = outputs * groups * inputs * height * width;
        var weights = IntStream.rangeClosed(1, count).toArray();
        var seen = new int[count];
        for (var group : cuts) {
            var matrix = unfolding.matrix(group, weights);
            for (int i = 0; i < matrix.length; i++) {
                if (matrix[i] == 0) continue;
                int w = matrix[i] - 1;
                seen[w]++;
                long row = group.rowBegin() + i / group.cols(), col = group.colBegin() + i % group.cols();
                assertEquals(w % (height * width), unfolding.tap(group, row));
                long output = unfolding.output(group, col);
                assertEquals(w / (inputs * height * width), output);
                assertEquals(output / outputs * inputs + w / (height * width) % inputs, group.groupBegin() * inputs + row % unfolding.channels(group));
            }
        }
        assertTrue(IntStream.of(seen).allMatch(n -> n == 1));
    }

    @Property(tries = 200, seed = "2")
    void aCutThatLacksAGroupOrHasOneTwiceIsRejected(@ForAll @IntRange(min = 1, max = 4) int outputs, @ForAll @IntRange(min = 1, max = 4) int inputs,
                                                   @ForAll @IntRange(min = 1, max = 4) int groups, @ForAll Random random) {
        var unfolding = new Unfolding(outputs, inputs, 3, 1, groups);
        var cuts = cut(unfolding, random);
        int any = random.nextInt(cuts.size());
        var twice = new ArrayList<>(cuts);
        twice.add(cuts.get(any));
        assertTrue(Coverage.verify(unfolding, twice).startsWith("expects each "), Coverage.verify(unfolding, twice));
        var without = new ArrayList<>(cuts);
        without.remove(any);
        assertTrue(Coverage.verify(unfolding, without).startsWith("expects "));
    }

    @Test void theMatrixOfSeveralConvolutionGroupsIsBlockDiagonalTapByTap() {
        // Two groups of one input and one output channel each, kernel 1x2.
        var matrix = new Unfolding(1, 1, 1, 2, 2).matrix(new ArrayGroup(0, 2, 0, 4, 0, 2), new int[] {10, 11, 20, 21});
        assertEquals(List.of(10, 0, 0, 20, 11, 0, 0, 21), IntStream.of(matrix).boxed().toList());
    }

    private static List<ArrayGroup> cut(Unfolding unfolding, Random random) {
        var cuts = new ArrayList<ArrayGroup>();
        for (long[] of : pieces(unfolding.groups(), random)) {
            for (long[] rows : pieces(unfolding.rows(of[1] - of[0]), random)) {
                for (long[] cols : pieces(unfolding.cols(of[1] - of[0]), random)) {
                    cuts.add(new ArrayGroup(of[0], of[1], rows[0], rows[1], cols[0], cols[1]));
                }
            }
        }
        Collections.shuffle(cuts, random);
        return cuts;
    }

    private static List<long[]> pieces(long length, Random random) {
        var pieces = new ArrayList<long[]>();
        for (long begin = 0; begin < length; ) {
            long end = begin + 1 + random.nextInt((int) (length - begin));
            pieces.add(new long[] {begin, end});
            begin = end;
        }
        return pieces;
    }
}
