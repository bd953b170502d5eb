package pim.dialect.inst.allocate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.dialect.inst.Structure;
import pim.ir.Operation;
import pim.ir.Region;

/// From where to where in the program of a core each buffer holds something. Places are counted in the order of the text.
///
/// A buffer lives from its allocation to its last use; if that is in a loop around which the allocation stands, to the end of that loop, since the
/// next round may read what the last one wrote.
public final class Liveness {
    /// A buffer's life, both ends included.
    public record Range(Operation alloc, int begin, int end) {
        public long bytes() {
            return ((Structure.Alloc) alloc.op()).bytes();
        }

        boolean overlaps(Range other) {
            return begin <= other.end && other.begin <= end;
        }
    }

    private final Map<Operation, Integer> places = new HashMap<>(), ends = new HashMap<>();
    private final List<Operation> order = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();

    public Liveness(Region core) {
        number(core);
        for (var op : order) {
            if (!(op.op() instanceof Structure.Alloc)) continue;
            int end = places.get(op);
            for (var use : op.result().uses()) end = Math.max(end, end(op, use.owner()));
            ranges.add(new Range(op, places.get(op), end));
        }
    }

    private void number(Region region) {
        for (var block : region.blocks()) {
            for (var op : block) {
                places.put(op, order.size());
                order.add(op);
                for (var inner : op.regions()) number(inner);
                ends.put(op, order.size() - 1);
            }
        }
    }

    private int end(Operation alloc, Operation user) {
        var outermost = user;
        while (outermost.block() != alloc.block()) outermost = outermost.parent();
        return ends.get(outermost);
    }

    /// The lives of all buffers in the order of their allocations.
    public List<Range> ranges() {
        return ranges;
    }

    /// The buffers that live while `op` runs.
    public List<Range> during(Operation op) {
        int first = places.get(op), last = ends.get(op);
        return ranges.stream().filter(r -> r.begin <= last && first <= r.end).toList();
    }

    /// The buffers that live at the place where they take the most bytes together.
    public List<Range> peak() {
        return ranges.stream().map(r -> at(r.begin)).max(Comparator.comparingLong(Liveness::bytes)).orElse(List.of());
    }

    private List<Range> at(int place) {
        return ranges.stream().filter(r -> r.begin <= place && place <= r.end).toList();
    }

    static long bytes(List<Range> live) {
        return live.stream().mapToLong(Range::bytes).sum();
    }
}
