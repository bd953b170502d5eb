package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import pim.dialect.tile.ArrayGroup;

/// Columns of one matrix, hence output channels, of which each array group of a replica has either all or none. Their partial sums come together on
/// one core.
///
/// @param parts the array groups that have them, in order; the core of the first is the owner, who makes the outputs
record Columns(long groupBegin, long groupEnd, long begin, long end, List<Placed> parts) {
    /// An array group on a core, under its number there.
    record Placed(ArrayGroup group, long core, long number) {
        boolean has(Columns columns) {
            return group.groupBegin() == columns.groupBegin && group.groupEnd() == columns.groupEnd && group.colBegin() <= columns.begin
                && columns.end <= group.colEnd();
        }
    }

    /// The columns of a replica: cut wherever an array group begins or ends.
    static List<Columns> of(List<Placed> groups) {
        var cuts = new LinkedHashMap<Long, TreeSet<Long>>();
        var ends = new LinkedHashMap<Long, Long>();
        for (var placed : groups) {
            var g = placed.group;
            ends.put(g.groupBegin(), g.groupEnd());
            cuts.computeIfAbsent(g.groupBegin(), _ -> new TreeSet<>()).addAll(List.of(g.colBegin(), g.colEnd()));
        }
        var all = new ArrayList<Columns>();
        cuts.forEach((groupBegin, edges) -> {
            for (long begin : edges) {
                var end = edges.higher(begin);
                if (end == null) continue;
                var columns = new Columns(groupBegin, ends.get(groupBegin), begin, end, List.of());
                all.add(new Columns(groupBegin, ends.get(groupBegin), begin, end, groups.stream().filter(p -> p.has(columns)).toList()));
            }
        });
        return all;
    }

    long owner() {
        return parts.getFirst().core;
    }

    /// The cores that hold parts, the owner first.
    List<Long> cores() {
        return parts.stream().map(Placed::core).distinct().toList();
    }

    long count() {
        return end - begin;
    }
}
