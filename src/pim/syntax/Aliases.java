package pim.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import pim.ir.AsmWriter;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.DistinctAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.IntegerSetAttr;
import pim.ir.attr.Location;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.OpaqueText;
import pim.ir.attr.StringAttr;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.attr.UnitAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.NoneType;
import pim.ir.type.OpaqueType;
import pim.ir.type.TupleType;
import pim.ir.type.Type;

/// The types and attributes that a module's text names once and then calls by an alias. As in MLIR these are affine maps, integer sets, distinct
/// attributes, long tuples and, where they are shown, locations; what else has an alias is for each dialect to say, so that what a file has named
/// of a dialect that is not loaded keeps its name.
final class Aliases {
    private static final int LONG_TUPLE = 16;

    /// What has been visited: a type or an attribute.
    private static final class Entry implements Comparable<Entry> {
        /// Null when it has no alias; with a number already when the file gave it.
        String base, name;
        /// The place among those that the file named; among others that of the visit.
        int order;
        /// 0 when neither this nor anything in it has an alias, else one more than that of the deepest in it.
        int depth;
        boolean type, deferrable, holdsKept;
        final List<Entry> children = new ArrayList<>(0);

        KeptAliases.Rank rank() {
            return new KeptAliases.Rank(depth, type, base, holdsKept);
        }

        @Override public int compareTo(Entry other) {
            int ranks = rank().compareTo(other.rank());
            return ranks != 0 ? ranks : Integer.compare(order, other.order);
        }
    }

    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private final Map<Type, String> typeNames = new HashMap<>();
    private final Map<Attribute, String> attributeNames = new HashMap<>();
    private final Map<Object, String> names = new LinkedHashMap<>();
    private final Map<Object, KeptAliases.Kept> kept;
    private final List<OpaqueText> foreign = new ArrayList<>();
    private boolean deferrable, numberedAsWritten;
    private Entry parent = new Entry();
    /// The type that was visited last, in [#lastParent] and with [#lastDeferrable]: as like as not the next one is the same.
    private Type last;
    private Entry lastParent;
    private boolean lastDeferrable;

    Aliases(WrittenAliases written) {
        kept = written == null ? Map.of() : new KeptAliases(written).kept();
    }

    /// For [KeptAliases], which finds the depths: with what it knows so far.
    Aliases(Map<Object, KeptAliases.Kept> kept) {
        this.kept = kept;
    }

    /// Follows all that is written without keeping the text.
    private final AsmWriter collector = new AsmWriter(new StringBuilder()) {
        @Override public AsmWriter attribute(Attribute attribute) {
            visit(attribute);
            return this;
        }

        @Override public AsmWriter type(Type type) {
            visit(type);
            return this;
        }

        @Override public boolean alias(Attribute attribute) {
            visit(attribute);
            return true;
        }
    };

    void visit(Type type) {
        if (type == last && parent == lastParent && deferrable == lastDeferrable) return;
        switch (type) {
            case IntegerType _, FloatType _, IndexType _, NoneType _ -> {}
            case TupleType(var elements) when elements.size() > LONG_TUPLE -> visit(type, true, "tuple", () -> type.print(collector));
            case OpaqueType(var dialect, var body) when !MlirDialects.contains(dialect) -> foreign.add(body);
            default -> visit(type, true, null, () -> type.print(collector));
        }
        last = type;
        lastParent = parent;
        lastDeferrable = deferrable;
    }

    void visit(Attribute attribute) {
        switch (attribute) {
            case FloatAttr _, DenseArrayAttr _, UnitAttr _, SymbolRefAttr _ -> {}
            case StringAttr s when s.type() == null && kept.isEmpty() -> {}
            case IntegerAttr i -> visit(i.type());
            case DenseElementsAttr d -> nested(() -> visit(d.type()));
            case ArrayAttr(var elements) when areNumbers(elements) -> {}
            case ArrayAttr(var elements) -> nested(() -> elements.forEach(this::visit));
            case DictionaryAttr(var all) -> nested(() -> all.forEach(e -> visit(e.value())));
            case OpaqueAttr(var dialect, var body, var type) when !MlirDialects.contains(dialect) -> {
                foreign.add(body);
                if (type != null) visit(type);
            }
            case DistinctAttr d when d.value().equals(UnitAttr.UNIT) -> numberedAsWritten = true;
            default -> visit(attribute, false, switch (attribute) {
                case AffineMapAttr _ -> "map";
                case IntegerSetAttr _ -> "set";
                case Location _ -> "loc";
                case DistinctAttr _ -> "distinct";
                default -> null;
            }, () -> attribute.print(collector));
        }
    }

    private static boolean areNumbers(List<Attribute> elements) {
        for (var element : elements) if (!(element instanceof IntegerAttr || element instanceof FloatAttr)) return false;
        return true;
    }

    /// Visits what stands in an attribute that cannot have an alias itself.
    private void nested(Runnable parts) {
        var outer = parent;
        parent = new Entry();
        parts.run();
        finish(parent, outer);
        parent = outer;
    }

    private void visit(Object symbol, boolean type, String base, Runnable print) {
        var entry = entries.get(symbol);
        if (entry != null) {
            if (!deferrable) hasten(entry);
            join(entry, parent);
            return;
        }
        entry = new Entry();
        entries.put(symbol, entry);
        entry.order = entries.size();
        entry.type = type;
        entry.base = base;
        entry.deferrable = deferrable;
        var own = kept.isEmpty() ? null : kept.get(symbol);
        if (own != null && own.name() != null) {
            entry.base = own.base();
            entry.name = own.name();
            entry.order = own.order();
            entry.holdsKept = true;
        }
        var outer = parent;
        parent = entry;
        print.run();
        collector.clear();
        if (symbol instanceof OpaqueType t && t.holdsItself()) entry.depth = Math.max(entry.depth, 1);
        if (own != null) entry.depth = Math.max(entry.depth, own.depth() - 1);
        finish(entry, outer);
        parent = outer;
    }

    /// Until here `entry` had the depth of the deepest in it.
    private static void finish(Entry entry, Entry outer) {
        if (entry.depth > 0 || entry.base != null) entry.depth++;
        join(entry, outer);
    }

    private static void join(Entry entry, Entry outer) {
        outer.children.add(entry);
        outer.depth = Math.max(outer.depth, entry.depth);
        outer.holdsKept |= entry.holdsKept;
    }

    /// What is needed before the program must be defined there, and all in it.
    private static void hasten(Entry entry) {
        if (!entry.deferrable) return;
        entry.deferrable = false;
        entry.children.forEach(Aliases::hasten);
    }

    /// Whether there is something visited without an alias whose number is known only when all before it has been written.
    boolean areNumberedAsWritten() {
        return numberedAsWritten;
    }

    /// Visits the location of an operation, whose alias may be defined behind the program.
    void visitTrailing(Location location) {
        deferrable = true;
        visit(location);
        deferrable = false;
    }

    /// Puts what has been visited at a greater depth.
    void lower(Object symbol, int depth) {
        entries.get(symbol).depth = depth;
    }

    /// Of a type or attribute that has been visited, how deep it lies.
    KeptAliases.Rank rank(Object symbol) {
        var entry = entries.get(symbol);
        return entry == null || entry.base == null ? null : entry.rank();
    }

    /// Gives each its alias, all having been visited: MLIR orders them by depth, types first, then by name.
    void number() {
        // In bodies of which MLIR knows nothing it sees no names; those that the file defines are kept defined.
        for (int i = 0; i < foreign.size(); i++) foreign.get(i).print(collector);
        var counts = new HashMap<String, Integer>();
        var taken = new HashSet<String>();
        for (var entry : entries.values()) if (entry.name != null) taken.add(entry.name);
        var named = new ArrayList<Map.Entry<Object, Entry>>();
        for (var e : entries.entrySet()) if (e.getValue().base != null) named.add(e);
        named.sort((a, b) -> a.getValue().compareTo(b.getValue()));
        for (var e : named) {
            var entry = e.getValue();
            var name = entry.name;
            while (name == null) {
                int count = counts.merge(entry.base, 1, Integer::sum) - 1;
                var next = (entry.type ? "!" : "#") + entry.base + (count == 0 ? "" : Integer.toString(count));
                if (!taken.contains(next)) name = next;
            }
            names.put(e.getKey(), name);
            if (e.getKey() instanceof Type type) typeNames.put(type, name);
            else attributeNames.put((Attribute) e.getKey(), name);
        }
    }

    /// The alias of the type, or null.
    String of(Type type) {
        return typeNames.isEmpty() ? null : typeNames.get(type);
    }

    /// The alias of the attribute, or null.
    String of(Attribute attribute) {
        if (attributeNames.isEmpty()) return null;
        return switch (attribute) {
            case AffineMapAttr _, IntegerSetAttr _, Location _, DistinctAttr _, OpaqueAttr _, StringAttr _ -> attributeNames.get(attribute);
            default -> null;
        };
    }

    /// Those to be defined before the program, or behind it, with their aliases, in order.
    void definitions(boolean behind, BiConsumer<Object, String> each) {
        names.forEach((symbol, name) -> {
            if (entries.get(symbol).deferrable == behind) each.accept(symbol, name);
        });
    }
}
