package pim.ir.attr;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import pim.ir.AsmWriter;

/// Where something comes from: a place in a file, a name, or a combination of others. As an attribute it is written `loc(...)`.
public sealed interface Location extends Attribute {
    Location UNKNOWN = new Unknown();

    /// Writes what stands in the parentheses of `loc(...)`.
    void printInner(AsmWriter out);

    @Override default void print(AsmWriter out) {
        out.append("loc(");
        printInner(out);
        out.append(")");
    }

    /// The place in a file that this location names first, or null.
    default File file() {
        return switch (this) {
            case File f -> f;
            case Unknown _ -> null;
            case Name(_, var child) -> child.file();
            case CallSite(var callee, _) -> callee.file();
            case Fused(_, var parts) -> parts.stream().map(Location::file).filter(f -> f != null).findFirst().orElse(null);
        };
    }

    /// The name that this location says first, or null.
    default String name() {
        return switch (this) {
            case File _, Unknown _ -> null;
            case Name(var name, _) -> name;
            case CallSite(var callee, var caller) -> callee.name() != null ? callee.name() : caller.name();
            case Fused(_, var parts) -> parts.stream().map(Location::name).filter(n -> n != null).findFirst().orElse(null);
        };
    }

    static Location named(String name) {
        return new Name(name, UNKNOWN);
    }

    /// `loc("file":3:5)`, or a range up to and without `endLine:endColumn`. Lines and columns count from one; they are unsigned.
    record File(String path, int line, int column, int endLine, int endColumn) implements Location {
        public File(String path, int line, int column) {
            this(path, line, column, line, column);
        }

        @Override public void printInner(AsmWriter out) {
            out.quoted(path).append(":").append(unsigned(line)).append(":").append(unsigned(column));
            if (endLine != line) out.append(" to ").append(unsigned(endLine)).append(":").append(unsigned(endColumn));
            else if (endColumn != column) out.append(" to :").append(unsigned(endColumn));
        }

        @Override public String toString() {
            return path + ":" + unsigned(line) + ":" + unsigned(column);
        }

        private static String unsigned(int number) {
            return Integer.toUnsignedString(number);
        }
    }

    record Unknown() implements Location {
        @Override public void printInner(AsmWriter out) {
            out.append("unknown");
        }

        @Override public String toString() {
            return text();
        }
    }

    /// `loc("name"(child))`.
    record Name(String name, Location child) implements Location {
        @Override public void printInner(AsmWriter out) {
            out.quoted(name);
            if (!(child instanceof Unknown)) {
                out.append("(");
                nested(out, child);
                out.append(")");
            }
        }

        @Override public String toString() {
            return text();
        }
    }

    /// `loc(callsite(callee at caller))`.
    record CallSite(Location callee, Location caller) implements Location {
        @Override public void printInner(AsmWriter out) {
            out.append("callsite(");
            nested(out, callee);
            out.append(" at ");
            nested(out, caller);
            out.append(")");
        }

        @Override public String toString() {
            return text();
        }
    }

    /// `loc(fused<metadata>[a, b])`; `metadata` may be null.
    record Fused(Attribute metadata, List<Location> parts) implements Location {
        @Override public void printInner(AsmWriter out) {
            out.append("fused");
            if (metadata != null) out.append("<").attribute(metadata).append(">");
            out.append("[").list(parts, p -> nested(out, p)).append("]");
        }

        @Override public String toString() {
            return text();
        }
    }

    /// The locations as one, as MLIR simplifies it: each once, none that is unknown, and those of a fused location with the same metadata by
    /// themselves.
    static Location fused(Attribute metadata, List<Location> parts) {
        var all = new LinkedHashSet<Location>();
        for (var part : parts) {
            if (part instanceof Fused(var inner, var within) && Objects.equals(inner, metadata)) all.addAll(within);
            else all.add(part);
        }
        all.remove(UNKNOWN);
        if (metadata != null) return new Fused(metadata, all.isEmpty() ? List.of(UNKNOWN) : List.copyOf(all));
        return all.isEmpty() ? UNKNOWN : all.size() == 1 ? all.getFirst() : new Fused(null, List.copyOf(all));
    }

    /// A location within another: its alias where it has one, else without `loc(...)` around it.
    private static void nested(AsmWriter out, Location location) {
        if (!out.alias(location)) location.printInner(out);
    }
}
