package pim.syntax;

import java.util.HashMap;
import java.util.Map;
import pim.ir.attr.Attribute;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.StringAttr;
import pim.ir.type.OpaqueType;
import pim.ir.type.TupleType;
import pim.ir.type.Type;

/// Which names of a file stay. Those of what only a dialect of MLIR's can have named: its types and attributes, which are not loaded here, and the
/// strings and tuples that it cares for. How deep such a body nests others cannot be seen in it, but the order of the definitions tells it.
final class KeptAliases {
    /// What is known of a symbol from the file: its name, null where MLIR's rules give one; its place in the file; the least depth it can have.
    record Kept(String base, String name, int order, int depth) {}

    /// By which definitions are ordered, types first where they lie as deep, and whether the file's order says more about it than can be computed.
    record Rank(int depth, boolean type, String base, boolean holdsKept) implements Comparable<Rank> {
        @Override public int compareTo(Rank other) {
            if (depth != other.depth) return Integer.compare(depth, other.depth);
            return type != other.type ? Boolean.compare(other.type, type) : base.compareTo(other.base);
        }

        Rank at(int other) {
            return new Rank(other, type, base, holdsKept);
        }
    }

    private final Map<Object, Kept> kept = new HashMap<>();

    KeptAliases(WrittenAliases written) {
        for (var definition : written.definitions) {
            if (stays(definition.meant())) kept.putIfAbsent(definition.meant(), new Kept(definition.base(), definition.name(), kept.size(), 0));
        }
        if (kept.isEmpty()) return;
        findDepths(written);
    }

    Map<Object, Kept> kept() {
        return kept;
    }

    private static boolean stays(Object meant) {
        return switch (meant) {
            case OpaqueAttr o -> MlirDialects.contains(o.dialect());
            case OpaqueType(var dialect, _) -> MlirDialects.contains(dialect);
            case TupleType(var elements) -> elements.stream().anyMatch(KeptAliases::stays);
            case StringAttr _ -> true;
            default -> false;
        };
    }

    private void findDepths(WrittenAliases written) {
        var aliases = new Aliases(kept);
        Rank last = null;
        boolean behind = false;
        for (var definition : written.definitions) {
            if (definition.behind() != behind) last = null;
            behind = definition.behind();
            if (definition.meant() instanceof Type type) aliases.visit(type);
            else aliases.visit((Attribute) definition.meant());
            var rank = aliases.rank(definition.meant());
            if (rank == null) continue;
            if (last != null && rank.holdsKept && rank.depth > 1 && rank.compareTo(last) < 0) {
                rank = rank.at(rank.at(last.depth).compareTo(last) < 0 ? last.depth + 1 : last.depth);
                int depth = rank.depth;
                aliases.lower(definition.meant(), depth);
                kept.compute(definition.meant(), (_, known) -> known == null ? new Kept(null, null, 0, depth)
                    : new Kept(known.base, known.name, known.order, depth));
            }
            if (last == null || rank.compareTo(last) > 0) last = rank;
        }
    }
}
