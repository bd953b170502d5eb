package pim.rewrite;

import java.util.HashMap;
import java.util.Map;
import pim.ir.Foldable;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// The constants of a program: each stands once, at the beginning of the innermost region around it that uses nothing from outside.
final class UniquedConstants {
    private final Map<Key, Operation> known = new HashMap<>();
    private final Map<Operation, Key> keys = new HashMap<>();

    private record Key(Region region, String dialect, Attribute value, Type type) {}

    /// Whether `op` is one that can be told from others: without attributes that say more of it.
    static boolean isConstant(Operation op) {
        return op.has(Traits.ConstantLike.class) && op.has(Foldable.class) && op.attributes().isEmpty();
    }

    /// Moves the constant to its place.
    ///
    /// @return an equal one that stands there already, so that this one is not needed; else null
    Operation place(Operation op) {
        if (keys.containsKey(op)) return null;
        var value = Foldable.constantOf(op.result());
        if (value == null) return null;
        var region = regionFor(op);
        var key = new Key(region, op.kind().dialect(), value, op.result().type());
        var former = known.putIfAbsent(key, op);
        if (former != null) return former;
        keys.put(op, key);
        var entry = region.entry();
        boolean inPlace = op.block() == entry && (op.previous() == null || keys.containsKey(op.previous()));
        if (!inPlace) entry.moveBefore(op, entry.first());
        return null;
    }

    void clear() {
        known.clear();
        keys.clear();
    }

    void forget(Operation op) {
        var key = keys.remove(op);
        if (key != null) known.remove(key);
    }

    private static Region regionFor(Operation op) {
        var region = op.parentRegion();
        while (true) {
            var owner = region.parent();
            if (owner.block() == null || !owner.kind().isRegistered() || owner.has(Traits.IsolatedFromAbove.class)) return region;
            region = owner.parentRegion();
        }
    }
}
