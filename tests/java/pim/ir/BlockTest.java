package pim.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;

class BlockTest {
    @Property(tries = 200)
    void regionsAreFoundWhateverIsPutInMovedAndTakenOut(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int changes) {
        var random = new Random(seed);
        var root = holder();
        var blocks = new ArrayList<>(root.region(0).blocks());
        var placed = new ArrayList<Operation>();
        for (int i = 0; i < changes; i++) {
            var block = blocks.get(random.nextInt(blocks.size()));
            var anchor = block.isEmpty() || random.nextBoolean() ? null : block.first();
            switch (random.nextInt(4)) {
                case 0 -> {
                    var op = holder();
                    block.insertBefore(op, anchor);
                    blocks.addAll(op.region(0).blocks());
                }
                case 1 -> {
                    var op = op(List.of());
                    block.insertBefore(op, anchor);
                    placed.add(op);
                }
                case 2 -> {
                    if (!placed.isEmpty()) placed.get(random.nextInt(placed.size())).remove();
                    placed.removeIf(op -> op.block() == null);
                }
                default -> {
                    var holder = block.parent();
                    var to = blocks.get(random.nextInt(blocks.size()));
                    // Nothing can be moved into itself.
                    if (holder != root && !to.region().isInside(holder.region(0))) to.moveBefore(holder, null);
                }
            }
            assertRegions(root, blocks);
        }
    }

    private static void assertRegions(Operation root, List<Block> blocks) {
        var byOperations = new ArrayList<Region>();
        root.walk(op -> byOperations.addAll(op.regions()));
        var byRegions = new ArrayList<Region>();
        root.walkRegions(byRegions::add);
        assertEquals(byOperations, byRegions);
        for (var block : blocks) {
            boolean flat = true;
            for (var op : block) flat &= op.regions().isEmpty();
            assertEquals(flat, block.isFlat());
        }
    }

    private static Operation holder() {
        return op(List.of(Region.of(new Block(), new Block())));
    }

    private static Operation op(List<Region> regions) {
        return new Operation(new OpKind.Unregistered("t.op"), List.of(), List.of(), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(), regions,
            Location.UNKNOWN);
    }
}
