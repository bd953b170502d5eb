package pim.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;

/// Blocks that do the same and go on with the same become one. Where they use different values from outside it gets these as arguments.
final class IdenticalBlocks {
    /// The operand of an operation, by the places of both.
    private record Place(int operation, int operand) {}

    /// Blocks that may become one, and where their operands differ.
    private record Cluster(List<Block> blocks, SequencedSet<Place> differences) {
        Block leader() {
            return blocks.getFirst();
        }
    }

    private IdenticalBlocks() {}

    /// Merges blocks of the region, and says whether there were any to merge. Then others may have become alike.
    static boolean merge(Region region) {
        Map<List<Block>, List<Cluster>> clusters = new LinkedHashMap<>();
        for (var block : region.blocks().subList(1, region.blocks().size())) {
            if (!isClosed(block)) continue;
            var alike = clusters.computeIfAbsent(block.successors(), _ -> new ArrayList<>());
            if (alike.stream().noneMatch(cluster -> join(block, cluster))) {
                alike.add(new Cluster(new ArrayList<>(List.of(block)), new LinkedHashSet<>()));
            }
        }
        boolean merged = false;
        for (var alike : clusters.values()) for (var cluster : alike) merged |= cluster.blocks.size() > 1 && merge(cluster);
        return merged;
    }

    /// Whether nothing outside uses what the block defines, and it has no regions.
    private static boolean isClosed(Block block) {
        for (var argument : block.arguments()) if (!staysIn(argument, block)) return false;
        for (var op : block) {
            if (op.regions().stream().anyMatch(region -> !region.isEmpty())) return false;
            for (var result : op.results()) if (!staysIn(result, block)) return false;
        }
        return true;
    }

    private static boolean staysIn(Value value, Block block) {
        return value.users().stream().allMatch(user -> user.block() == block);
    }

    private static boolean join(Block block, Cluster cluster) {
        var leader = cluster.leader();
        if (!Value.types(leader.arguments()).equals(Value.types(block.arguments()))) return false;
        Map<Value, Value> inner = new HashMap<>();
        for (int i = 0; i < block.arguments().size(); i++) inner.put(leader.argument(i), block.argument(i));
        var differences = new LinkedHashSet<Place>();
        var a = leader.first();
        var b = block.first();
        for (int index = 0; a != null && b != null; index++, a = a.next(), b = b.next()) {
            if (!areAlike(a, b) || !compare(a, b, index, inner, leader, block, differences)) return false;
            for (int i = 0; i < a.resultCount(); i++) inner.put(a.result(i), b.result(i));
        }
        if (a != null || b != null) return false;
        cluster.blocks.add(block);
        cluster.differences.addAll(differences);
        return true;
    }

    private static boolean areAlike(Operation a, Operation b) {
        return a.kind() == b.kind() && a.resultTypes().equals(b.resultTypes()) && Objects.equals(a.propertiesAttribute(), b.propertiesAttribute())
            && a.attributes().equals(b.attributes()) && a.operandCount() == b.operandCount();
    }

    private static boolean compare(Operation a, Operation b, int index, Map<Value, Value> inner, Block leader, Block block,
                                   SequencedSet<Place> differences) {
        for (int i = 0; i < a.operandCount(); i++) {
            Value x = a.operand(i), y = b.operand(i);
            if (x == y) continue;
            boolean inside = x.parentBlock() == leader;
            if (inside != (y.parentBlock() == block) || !x.type().equals(y.type())) return false;
            if (inside) {
                if (inner.get(x) != y) return false;
            } else if (isOfTerminator(x) || isOfTerminator(y)) {
                // It is not there yet where the block is branched to.
                return false;
            } else {
                differences.add(new Place(index, i));
            }
        }
        return true;
    }

    private static boolean isOfTerminator(Value value) {
        return value.definingOp() != null && value.definingOp().has(Traits.Terminator.class);
    }

    private static boolean merge(Cluster cluster) {
        var leader = cluster.leader();
        var ways = new LinkedHashMap<Block, List<Edges.Edge>>();
        var edges = Edges.byTarget(leader.region());
        for (var block : cluster.blocks) ways.put(block, edges.get(block));
        if (!cluster.differences.isEmpty() && !ways.values().stream().flatMap(List::stream).allMatch(Edges.Edge::isOpen)) return false;

        // For each argument to come, what each of the blocks uses there; equal ones need but one.
        var columns = new LinkedHashMap<List<Value>, List<Place>>();
        for (var place : cluster.differences) {
            columns.computeIfAbsent(cluster.blocks.stream().map(block -> at(block, place)).toList(), _ -> new ArrayList<>()).add(place);
        }
        columns.forEach((values, places) -> {
            var argument = leader.addArgument(values.getFirst().type(), operation(leader, places.getFirst()).location());
            for (var place : places) operation(leader, place).setOperand(place.operand, argument);
        });
        for (int i = 0; i < cluster.blocks.size(); i++) {
            int at = i;
            var block = cluster.blocks.get(i);
            for (var edge : ways.get(block)) {
                if (!columns.isEmpty()) {
                    var passed = new ArrayList<>(edge.passed());
                    columns.keySet().forEach(values -> passed.add(values.get(at)));
                    edge.pass(passed);
                }
                edge.redirect(leader);
            }
        }
        for (var block : cluster.blocks.subList(1, cluster.blocks.size())) block.erase();
        return true;
    }

    private static Operation operation(Block block, Place place) {
        var op = block.first();
        for (int i = 0; i < place.operation; i++) op = op.next();
        return op;
    }

    private static Value at(Block block, Place place) {
        return operation(block, place).operand(place.operand);
    }
}
