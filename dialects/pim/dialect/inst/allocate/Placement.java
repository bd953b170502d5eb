package pim.dialect.inst.allocate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pim.dialect.inst.Structure;

/// Offsets for buffers such that no two that live at the same time overlap: each at the lowest place that is free, in one order or another.
/// Those that have an offset already keep it.
final class Placement {
    private final Map<Liveness.Range, Long> offsets = new LinkedHashMap<>();

    private Placement() {}

    /// The offsets, within `size` bytes; empty when no order of placing finds any.
    static Optional<Map<Liveness.Range, Long>> of(List<Liveness.Range> ranges, long size) {
        // Large ones first wastes the least; in the order of the text is better where much is freed and taken in turn.
        var orders = List.of(Comparator.comparingLong(Liveness.Range::bytes).reversed(), Comparator.comparingInt(Liveness.Range::begin));
        for (var order : orders) {
            var placement = new Placement();
            if (placement.place(ranges, order, size)) return Optional.of(placement.offsets);
        }
        return Optional.empty();
    }

    private boolean place(List<Liveness.Range> ranges, Comparator<Liveness.Range> order, long size) {
        for (var range : ranges) fixed(range).ifPresent(offset -> offsets.put(range, offset));
        for (var range : ranges.stream().filter(r -> fixed(r).isEmpty()).sorted(order).toList()) {
            long offset = lowest(range);
            if (offset + range.bytes() > size) return false;
            offsets.put(range, offset);
        }
        return true;
    }

    static Optional<Long> fixed(Liveness.Range range) {
        return ((Structure.Alloc) range.alloc().op()).offset();
    }

    private long lowest(Liveness.Range range) {
        var others = new ArrayList<>(offsets.entrySet().stream().filter(e -> e.getKey().overlaps(range)).toList());
        others.sort(Map.Entry.comparingByValue());
        long offset = 0;
        for (var other : others) {
            if (offset + range.bytes() <= other.getValue()) break;
            offset = Math.max(offset, other.getValue() + other.getKey().bytes());
        }
        return offset;
    }
}
