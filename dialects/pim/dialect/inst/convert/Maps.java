package pim.dialect.inst.convert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import pim.dialect.func.Func;
import pim.dialect.inst.BufferLayout;
import pim.dialect.inst.Structure.Role;
import pim.dialect.tile.FmapType;
import pim.dialect.tile.LayoutOp;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.NetworkBoundary;
import pim.ir.BlockArgument;
import pim.ir.Operation;
import pim.ir.Value;

/// Where each feature map of a function lies.
///
/// A map that convolutions with padding read has a halo. A move knows an element by its number alone, so what a move reads or makes is plain; if
/// such a map needs a halo too, it lies in two places. A move that changes nothing is another view of the same memory.
final class Maps {
    private static final long[] NO_HALO = new long[4];

    private final Memories memories;
    private final Map<Value, long[]> halos = new HashMap<>();
    private final Set<Value> moved = new HashSet<>();
    private final Map<Value, Stored> places = new HashMap<>(), haloed = new HashMap<>();
    /// The outputs that are made where they must be.
    private final Map<Value, NetworkBoundary> direct = new HashMap<>();
    private final Map<Stored, Value> copied = new LinkedHashMap<>();

    /// @throws IllegalArgumentException with what is wrong with the names or shapes of inputs and outputs
    Maps(Operation operation, Func.Function function, Memories memories) {
        this.memories = memories;
        var entry = function.body().entry();
        var returned = entry.last().operands();
        var inputs = NetworkBoundary.inputs(function);
        var outputs = NetworkBoundary.outputs(function);
        for (var boundary : inputs) memories.reserve(boundary.name());
        for (var boundary : outputs) memories.reserve(boundary.name());
        for (var op : entry) uses(op);
        for (int i = 0; i < returned.size(); i++) {
            var root = root(returned.get(i));
            boolean layer = root.definingOp() != null && !(root.op() instanceof LayoutOp.Constant);
            if (layer && (root == returned.get(i) || halo(root) == NO_HALO)) direct.putIfAbsent(root, outputs.get(i));
        }
        for (var argument : entry.arguments()) {
            places.put(argument, memories.boundary(inputs.get(argument.index()), Role.INPUT, halo(argument), argument.location()));
        }
        for (var op : entry) for (var result : op.results()) place(result);
        for (int i = 0; i < returned.size(); i++) {
            var boundary = outputs.get(i);
            if (direct.get(root(returned.get(i))) == boundary) continue;
            copied.put(memories.boundary(boundary, Role.OUTPUT, NO_HALO, operation.location()), returned.get(i));
        }
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
        for (int axis = 0; axis < 2; axis++) {
            long last = window.at(axis, windows[axis] - 1, window.kernel()[axis] - 1);
            halo[2 + axis] = Math.max(0, last + 1 - input[axis]);
        }
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

    private void place(Value map) {
        var root = root(map);
        var location = map.definingOp().location();
        if (root != map) {
            places.put(map, new Stored(places.get(root).memory(), BufferLayout.of(map.type(), NO_HALO)));
        } else if (direct.containsKey(map)) {
            var output = memories.boundary(direct.get(map), Role.OUTPUT, halo(map), location);
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

    /// The outputs that a map must be brought to in the end, and that map.
    Map<Stored, Value> copied() {
        return copied;
    }
}
