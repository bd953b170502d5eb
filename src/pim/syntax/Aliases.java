package pim.syntax;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import pim.ir.AsmWriter;
import pim.ir.Operation;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.IntegerSetAttr;
import pim.ir.attr.Location;
import pim.ir.attr.StringAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// The attributes that a module's text names once and then calls by an alias: affine maps, integer sets and, where they are shown, locations.
final class Aliases {
    /// An attribute that gets an alias: `depth` is 0 when it refers to no other, else one more than the deepest of these. MLIR defines them in that
    /// order.
    private record Entry(Attribute attribute, String base, int depth) {}

    private final Map<Attribute, Entry> entries = new LinkedHashMap<>();
    private final Map<Attribute, String> names = new LinkedHashMap<>();
    private final Set<Type> visited = new HashSet<>();
    /// The locations that stand elsewhere than behind an operation, and so must be named before it.
    private final Set<Attribute> early = new HashSet<>();
    private boolean deferrable;
    /// The depth that what holds the attributes visited last must have.
    private int depth;

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
        switch (type) {
            case IntegerType _, FloatType _, IndexType _ -> {}
            case RankedTensorType(_, var element, var encoding) when encoding == null -> visit(element);
            default -> visitOnce(type);
        }
    }

    private void visitOnce(Type type) {
        if (visited.add(type)) {
            type.print(collector);
            collector.clear();
        }
    }

    void visit(Attribute attribute) {
        switch (attribute) {
            case IntegerAttr i -> visit(i.type());
            case FloatAttr _, DenseArrayAttr _ -> {}
            case StringAttr s when s.type() == null -> {}
            case DenseElementsAttr d -> visit(d.type());
            case ArrayAttr(var elements) -> elements.forEach(this::visit);
            case DictionaryAttr(var all) -> all.forEach(e -> visit(e.value()));
            default -> visitNamed(attribute);
        }
    }

    private void visitNamed(Attribute attribute) {
        var base = switch (attribute) {
            case AffineMapAttr _ -> "map";
            case IntegerSetAttr _ -> "set";
            case Location _ -> "loc";
            default -> null;
        };
        var known = entries.get(attribute);
        int outer = depth;
        if (known == null || !deferrable && !early.contains(attribute)) {
            depth = 0;
            attribute.print(collector);
            collector.clear();
            if (!deferrable) early.add(attribute);
            if (base != null && known == null) entries.put(attribute, new Entry(attribute, base, depth));
        }
        int own = known != null ? known.depth : depth;
        depth = Math.max(outer, base == null ? own : own + 1);
    }

    /// Visits the location of an operation or a block argument, whose alias may be defined behind the program.
    void visitTrailing(Location location) {
        deferrable = true;
        visit(location);
        deferrable = false;
    }

    /// Gives each attribute its alias, all having been visited.
    void number() {
        var counts = new HashMap<String, Integer>();
        entries.values().stream().sorted((a, b) -> a.depth != b.depth ? a.depth - b.depth : a.base.compareTo(b.base)).forEach(entry -> {
            int count = counts.merge(entry.base, 1, Integer::sum) - 1;
            names.put(entry.attribute, "#" + entry.base + (count == 0 ? "" : Integer.toString(count)));
        });
    }

    /// Visits what the generic form of the operation and of all it holds shows outside of `<{...}>`.
    void visitGeneric(Operation top, boolean locations) {
        top.walk(op -> {
            for (var entry : op.genericAttributes().entries()) visit(entry.value());
            for (int i = 0; i < op.operandCount(); i++) visit(op.operand(i).type());
            for (var result : op.results()) visit(result.type());
            for (var region : op.regions()) for (var block : region.blocks()) for (var a : block.arguments()) {
                visit(a.type());
                if (locations) visitTrailing(a.location());
            }
            if (locations) visitTrailing(op.location());
        });
    }

    /// The alias of the attribute, or null.
    String of(Attribute attribute) {
        return names.isEmpty() ? null : names.get(attribute);
    }

    /// The attributes to be named before the program, or behind it, with their aliases in the order to be defined.
    Map<Attribute, String> definitions(boolean behind) {
        var chosen = new LinkedHashMap<Attribute, String>();
        names.forEach((attribute, name) -> {
            if (behind == (attribute instanceof Location && !early.contains(attribute))) chosen.put(attribute, name);
        });
        return chosen;
    }
}
