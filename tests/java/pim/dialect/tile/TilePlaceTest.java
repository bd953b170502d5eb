package pim.dialect.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.ArrayCount;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;

class TilePlaceTest {
    /// Weights that are one array group of an array of 64x64.
    private static final Unfolding ONE_GROUP = new Unfolding(5, 4, 3, 3, 1);

    @Property(tries = 100, seed = "1")
    void noCoreHoldsMoreThanItsArrays(@ForAll @IntRange(min = 1, max = 4) int layers, @ForAll Random random) {
        var accelerator = TileFixture.accelerator(random);
        var program = TileFixture.program(accelerator, b -> {
            for (int i = 0; i < layers; i++) TileFixture.convolution(b, random);
        });
        TileFixture.run(new TileUnfold(), program);
        var messages = TileFixture.run(new TilePlace(), program);
        var capacity = new Capacity(accelerator);
        var used = new long[capacity.cores()];
        for (var conv : TileFixture.convolutions(program)) {
            for (var group : conv.replicas().getFirst().groups()) {
                assertTrue(!messages.isEmpty() || group.core().isPresent());
                group.core().ifPresent(core -> used[Math.toIntExact(core)] += capacity.needed(Math.toIntExact(core), group.arrayGroup(), 8));
            }
        }
        for (int core = 0; core < used.length; core++) assertTrue(used[core] <= capacity.arrays(core));
        if (!messages.isEmpty()) assertTrue(messages.getFirst().startsWith("'tile.conv2d' op does not fit: no core has the "), messages.toString());
    }

    @Property(tries = 30) void placedLayersComputeTheSame(@ForAll long seed) {
        var network = QuantisedNetworks.tile(seed, TileFixture.accelerator(64, 64, 16, 16, 2, ArrayCount.LOGICAL, 1)).after(new TileUnfold());
        var unplaced = network.outputs();
        assertEquals(unplaced, network.after(new TilePlace()).outputs());
        network.module().walk(op -> assertTrue(!op.kind().isInherent("core") || op.attribute("core") != null, op.toString()));
    }

    @Test void aGroupThatHasACoreStaysThereAndTakesItsRoom() {
        var program = TileFixture.program(TileFixture.accelerator(2, 1, 64, 64, 2, ArrayCount.LOGICAL, 1), b -> {
            for (int i = 0; i < 2; i++) TileFixture.convolution(b, ONE_GROUP, Optional.empty());
        });
        TileFixture.run(new TileUnfold(), program);
        groups(program).getLast().setAttribute("core", IntegerAttr.i64(0));
        assertEquals(List.of(), TileFixture.run(new TilePlace(), program));
        assertEquals(List.of(IntegerAttr.i64(1), IntegerAttr.i64(0)), groups(program).stream().map(g -> g.attribute("core")).toList());
    }

    @Test void aCoreThatIsFullOrNotThereIsAnError() {
        var accelerator = TileFixture.accelerator(2, 1, 64, 64, 2, ArrayCount.LOGICAL, 1);
        assertEquals(List.of("'tile.group' op needs 1 arrays, but core 0 has only 0 of its 1 left"), placing(accelerator, 0, 0));
        assertEquals(List.of("'tile.group' op expects a core within [0, 2), but got 2"), placing(accelerator, 0, 2));
    }

    private static List<String> placing(Accelerator accelerator, long... cores) {
        var program = TileFixture.program(accelerator, b -> {
            for (int i = 0; i < cores.length; i++) TileFixture.convolution(b, ONE_GROUP, Optional.empty());
        });
        TileFixture.run(new TileUnfold(), program);
        for (int i = 0; i < cores.length; i++) groups(program).get(i).setAttribute("core", IntegerAttr.i64(cores[i]));
        return TileFixture.run(new TilePlace(), program);
    }

    private static List<Operation> groups(Operation program) {
        var found = new ArrayList<Operation>();
        program.walk(op -> {
            if (op.has(MatrixOp.Group.class)) found.add(op);
        });
        return found;
    }
}
