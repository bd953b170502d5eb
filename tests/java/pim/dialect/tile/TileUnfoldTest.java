package pim.dialect.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.dialect.arch.ArrayCount;
import pim.dialect.tile.MatrixOp.Group;
import pim.dialect.tile.MatrixOp.Replica;
import pim.ir.Block;
import pim.ir.Region;

class TileUnfoldTest {
    @Property(tries = 100, seed = "1")
    void eachArrayGroupFitsTheArraysOfACore(@ForAll Random random) {
        var accelerator = TileFixture.accelerator(random);
        var program = TileFixture.program(accelerator, b -> TileFixture.convolution(b, random));
        assertEquals(List.of(), TileFixture.run(new TileUnfold(), program));
        var capacity = new Capacity(accelerator);
        var conv = TileFixture.convolutions(program).getFirst();
        assertEquals(1, conv.replicas().size());
        for (var group : conv.replicas().getFirst().groups()) {
            assertTrue(group.arrayGroup().rows() <= capacity.rows(0), group.toString());
            assertTrue(capacity.needed(0, group.arrayGroup(), 8) <= capacity.arrays(0), group.toString());
        }
    }

    @Property(tries = 60) void cutLayersComputeTheSame(@ForAll long seed) {
        var network = QuantisedNetworks.tile(seed, TileFixture.accelerator(new Random(seed)));
        var whole = network.outputs();
        assertEquals(whole, network.after(new TileUnfold()).outputs());
    }

    @Test void convolutionGroupsAreDrivenTogetherAsLongAsThatTakesNoMoreArrays() {
        // Depthwise 3x3: 14 channels of 9 rows each fill 126 of 128 rows.
        var capacity = new Capacity(TileFixture.accelerator(1, 8, 128, 128, 2, ArrayCount.LOGICAL, 1));
        var cuts = TileUnfold.cut(new Unfolding(1, 1, 3, 3, 32), 9, capacity, 16);
        assertEquals(List.of(new ArrayGroup(0, 14, 0, 126, 0, 14), new ArrayGroup(14, 28, 0, 126, 0, 14), new ArrayGroup(28, 32, 0, 36, 0, 4)), cuts);
        // Three of 36 rows fit, but two of 64 columns fill an array, so that three and one take three arrays and two and two take two.
        var pairs = List.of(new ArrayGroup(0, 2, 0, 72, 0, 128), new ArrayGroup(2, 4, 0, 72, 0, 128));
        assertEquals(pairs, TileUnfold.cut(new Unfolding(64, 4, 3, 3, 4), 36, capacity, 16));
    }

    @Test void aMatrixWiderThanACoreIsCutAlongItsColumns() {
        var capacity = new Capacity(TileFixture.accelerator(1, 9, 8, 10, 4, ArrayCount.PHYSICAL, 2));
        // 8 arrays can be used, two for each weight of 8 bits: 4 x 10 columns.
        var top = List.of(new ArrayGroup(0, 1, 0, 8, 0, 40), new ArrayGroup(0, 1, 0, 8, 40, 50));
        var bottom = List.of(new ArrayGroup(0, 1, 8, 9, 0, 40), new ArrayGroup(0, 1, 8, 9, 40, 50));
        assertEquals(Stream.concat(top.stream(), bottom.stream()).toList(), TileUnfold.cut(new Unfolding(50, 1, 3, 3, 1), 9, capacity, 8));
    }

    @Test void aWeightThatNoCoreHoldsIsAnError() {
        var program = TileFixture.program(TileFixture.accelerator(1, 3, 16, 16, 2, ArrayCount.PHYSICAL, 1), b -> {
            TileFixture.convolution(b, new Unfolding(1, 1, 1, 1, 1), Optional.empty());
        });
        assertEquals(List.of("'tile.conv2d' op needs a core with the arrays for a weight of 8 bits, but a core has only 3 arrays"),
            TileFixture.run(new TileUnfold(), program));
    }

    @Test void arrayGroupsDecidedByHandStay() {
        var program = TileFixture.program(TileFixture.accelerator(new Random(5)), b -> {
            var conv = (MatrixOp.Conv2d) TileFixture.convolution(b, new Unfolding(4, 3, 3, 3, 2), Optional.empty()).op();
            var inside = new Block();
            Builder.atEnd(conv.body().entry()).create(new Replica(0, conv.resultType().pixels(), Region.of(inside)));
            var u = conv.unfolding();
            for (long g = 0; g < u.groups(); g++) Builder.atEnd(inside).create(new Group(g, g + 1, 0, u.rows(1), 0, u.cols(1), Optional.of(7L)));
        });
        var before = TileFixture.convolutions(program).getFirst().replicas().getFirst().groups();
        assertEquals(List.of(), TileFixture.run(new TileUnfold(), program));
        assertEquals(before, TileFixture.convolutions(program).getFirst().replicas().getFirst().groups());
    }

    @Test void theUnfoldingThatIsChosenIsWrittenDown() {
        var weights = new Unfolding(2, 3, 3, 3, 1);
        var program = TileFixture.program(TileFixture.accelerator(1, 8, 16, 16, 2, ArrayCount.LOGICAL, 1), b -> {
            TileFixture.convolution(b, weights, Optional.empty());
            TileFixture.convolution(b, weights, Optional.of(weights.format(9)));
        });
        assertEquals(List.of(), TileFixture.run(new TileUnfold(), program));
        var convolutions = TileFixture.convolutions(program);
        assertArrayEquals(new long[] {27, 2, 1}, convolutions.getFirst().unfold().orElseThrow());
        assertEquals(List.of(16L, 27L), rowEnds(convolutions.getFirst()));
        // One matrix for each row of the kernel: no array group holds rows of two.
        assertEquals(List.of(9L, 18L, 27L), rowEnds(convolutions.getLast()));
    }

    private static List<Long> rowEnds(MatrixOp.Conv2d conv) {
        return conv.replicas().getFirst().groups().stream().map(Group::rowEnd).toList();
    }
}
