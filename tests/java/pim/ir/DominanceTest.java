package pim.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.rewrite.Sum;
import pim.rewrite.UnreachableBlocks;

class DominanceTest {
    @Property(tries = 200)
    void aBlockDominatesWhatCannotBeReachedWithoutIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int blocks) {
        var region = randomRegion(seed, blocks);
        var dominance = new Dominance();
        var entry = region.entry();
        var reachable = reachable(entry, null);
        for (var a : region.blocks()) {
            var without = reachable(entry, a);
            for (var b : region.blocks()) {
                boolean expected = !reachable.contains(b) || a == b || !without.contains(b);
                assertEquals(expected, dominance.dominates(a, b));
            }
            assertEquals(reachable.contains(a), dominance.isReachable(a));
        }
        assertEquals(reachable, Set.copyOf(dominance.order(region)));
    }

    @Property(tries = 100)
    void theImmediateDominatorIsDominatedByAllOthers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int blocks) {
        var region = randomRegion(seed, blocks);
        var dominance = new Dominance();
        for (var block : dominance.order(region)) {
            var immediate = dominance.immediateDominator(block);
            if (block == region.entry()) {
                assertEquals(null, immediate);
                continue;
            }
            assertTrue(immediate != block && dominance.dominates(immediate, block));
            for (var other : dominance.order(region)) {
                if (other != block && dominance.dominates(other, block)) assertTrue(dominance.dominates(other, immediate));
            }
        }
    }

    @Property(tries = 100)
    void erasingUnreachableBlocksLeavesTheReachableOnes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int blocks) {
        var region = randomRegion(seed, blocks);
        var reachable = reachable(region.entry(), null);
        var root = OpDefinition.operation(new Sum.Within(region), Location.UNKNOWN);
        assertEquals(reachable.size() < blocks, UnreachableBlocks.erase(root));
        assertEquals(reachable, Set.copyOf(region.blocks()));
    }

    @Test void withinABlockTheOrderCountsAndInsideAnOperationItsBlock() {
        var inner = new Block();
        var outer = new Block();
        var argument = outer.addArgument(IntegerType.I64, Location.UNKNOWN);
        var builder = Builder.atEnd(outer);
        var first = builder.create(new Sum.Constant(1));
        var nest = builder.create(new Sum.Within(Region.of(inner)));
        var last = builder.create(new Sum.Constant(2));
        var deep = Builder.atEnd(inner).create(new Sum.Negate(first.result()));
        Region.of(outer);
        var dominance = new Dominance();
        assertTrue(dominance.dominates(first.result(), deep));
        assertTrue(dominance.dominates(argument, deep));
        assertTrue(dominance.properlyDominates(first, last));
        assertFalse(dominance.properlyDominates(last, first));
        assertFalse(dominance.properlyDominates(first, first));
        assertFalse(dominance.properlyDominates(nest, deep));
        assertFalse(dominance.dominates(deep.result(), last));
        assertFalse(dominance.dominates(last.result(), deep));
    }

    private static Region randomRegion(long seed, int count) {
        var random = new Random(seed);
        var region = new Region();
        for (int i = 0; i < count; i++) region.append(new Block());
        var on = region.entry().addArgument(IntegerType.I64, Location.UNKNOWN);
        for (var block : region.blocks()) {
            var builder = Builder.atEnd(block);
            builder.create(switch (random.nextInt(3)) {
                case 0 -> new Sum.Stop();
                case 1 -> new Sum.Branch(List.of(), region.blocks().get(random.nextInt(count)));
                default -> new Sum.Fork(on, region.blocks().get(random.nextInt(count)), region.blocks().get(random.nextInt(count)));
            });
        }
        return region;
    }

    /// What a walk from `entry` meets that never enters `avoided`.
    private static Set<Block> reachable(Block entry, Block avoided) {
        var seen = new HashSet<Block>();
        var open = new ArrayList<>(List.of(entry));
        while (!open.isEmpty()) {
            var block = open.removeLast();
            if (block != avoided && seen.add(block)) open.addAll(block.successors());
        }
        return seen;
    }
}
