package pim.dialect.inst.convert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import pim.dialect.func.Func;
import pim.dialect.inst.BufferLayout;
import pim.dialect.inst.Structure.Role;
import pim.dialect.tile.FmapType;
import pim.dialect.tile.LayoutOp;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.ir.BlockArgument;
import pim.ir.Operation;
import pim.ir.Value;

/// Where each feature map of a function lies.
///
/// A map that convolutions with padding read has a halo. A move knows an element by its number alone, so what a move reads or makes is plain; if such a map
/// needs a halo too, it lies in two places. A move that changes nothing is another view of the same memory.
final class Maps {
    private static final long[] NO_HALO = new long[4];

    /// What a result of the function is besides the map that it returns.
    ///
    /// @param copied where it must be brought, or null when the map lies there already
    record Output(Value value, Stored copied) {}

    private final Memories memories;
    private final Map<Value, long[]> halos = new HashMap<>();
    private final Set<Value> moved = new HashSet<>();
    private final Map<Value, Stored> places = new HashMap<>(), haloed = new HashMap<>();
    private final Map<Value, Integer> outputs = new LinkedHashMap<>();
    private final List<Output> results;

    Maps(Operation operation, Func.Function function, Memories memories) {
        this.memories = memories;
        var entry = function.body().entry();
        var returned = entry.last().operands();
        for (int i = 0; i < entry.arguments().size(); i++) memories.reserve(Boundary.input(function, i).name());
        for (int i = 0; i < returned.size(); i++) memories.reserve(Boundary.output(function, i).name());
        for (var op : entry) uses(op);
        for (int i = 0; i < returned.size(); i++) {
            var root = root(returned.get(i));
            boolean layer = root.definingOp() != null && !(root.op() instanceof LayoutOp.Constant);
            if (layer && (root == returned.get(i) || halo(root) == NO_HALO)) outputs.putIfAbsent(root, i);
        }
        for (var argument : entry.arguments()) {
            var boundary = Boundary.input(function, argument.index());
            places.put(argument, memories.boundary(boundary.name(), Role.INPUT, type(argument), halo(argument), boundary.shape(), argument.location()));
        }
        for (var op : entry) for (var result : op.results()) place(result, function, returned);
        results = IntStream.range(0, returned.size()).mapToObj(i -> {
            var value = returned.get(i);
            if (Integer.valueOf(i).equals(outputs.get(root(value)))) return new Output(value, null);
            var boundary = Boundary.output(function, i);
            return new Output(value, memories.boundary(boundary.name(), Role.OUTPUT, type(value), NO_HALO, boundary.shape(), operation.location()));
        }).toList();
    }

    private static FmapType type(Value map) {
        return (FmapType) map.type();
    }

    private void uses(Operation op) {
        if (op.op() instanceof Conv2d conv) halos.merge(conv.input(), padding(conv), Maps::greater);
        if (op.op() instanceof LayoutOp.Move move) {
            moved.add(move.input());
            moved.add(op.result());
        }
    }

    /// How far the windows reach beyond the input: at the top and left as far as the padding, at the bottom and right to the last tap.
    private static long[] padding(Conv2d conv) {
        var window = conv.window();
        long[] windows = {conv.resultType().height(), conv.resultType().width()}, input = {conv.inputType().height(), conv.inputType().width()};
        var halo = new long[] {window.pads()[0], window.pads()[1], 0, 0};
        for (int axis = 0; axis < 2; axis++) halo[2 + axis] = Math.max(0, window.at(axis, windows[axis] - 1, window.kernel()[axis] - 1) + 1 - input[axis]);
        return halo;
    }

    private static long[] greater(long[] a, long[] b) {
        var greater = new long[a.length];
        for (int i = 0; i < a.length; i++) greater[i] = Math.max(a[i], b[i]);
        return greater;
    }

    /// The halo of the place where the map is made.
    private long[] halo(Value map) {
        return moved.contains(map) ? NO_HALO : needed(map);
    }

    private long[] needed(Value map) {
        for (long h : halos.getOrDefault(map, NO_HALO)) if (h != 0) return halos.get(map);
        return NO_HALO;
    }

    /// The map that lies at the same place, of which this is a view.
    private static Value root(Value map) {
        while (map.op() instanceof LayoutOp.Move move && move.isReshape()) map = move.input();
        return map;
    }

    private void place(Value map, Func.Function function, List<Value> returned) {
        var root = root(map);
        var location = map.definingOp().location();
        if (root != map) {
            places.put(map, new Stored(places.get(root).memory(), BufferLayout.of(map.type(), NO_HALO)));
        } else if (outputs.containsKey(map)) {
            int index = outputs.get(map);
            var boundary = Boundary.output(function, index);
            var seen = returned.get(index);
            var output = memories.boundary(boundary.name(), Role.OUTPUT, type(seen), halo(map), boundary.shape(), location);
            places.put(map, new Stored(output.memory(), BufferLayout.of(map.type(), halo(map))));
        } else if (map.op() instanceof LayoutOp.Constant constant) {
            places.put(map, memories.constant(map.type(), halo(map), constant.value(), location));
        } else {
            places.put(map, memories.scratch(type(map), halo(map), location));
        }
    }

    /// Where the map is made and everyone but convolutions with padding reads it.
    Stored at(Value map) {
        return places.get(map);
    }

    /// Whether the map must be brought to a second place, with a halo, before convolutions read it.
    boolean needsHaloedCopy(Value map) {
        return moved.contains(map) && needed(map) != NO_HALO;
    }

    /// Where convolutions read the map.
    Stored withHalo(Value map) {
        if (!needsHaloedCopy(map)) return places.get(map);
        var location = map instanceof BlockArgument a ? a.location() : map.definingOp().location();
        return haloed.computeIfAbsent(map, m -> memories.scratch(type(m), needed(m), location));
    }

    /// The results of the function in their order.
    List<Output> results() {
        return results;
    }
}
