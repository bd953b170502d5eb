package pim.dialect.arch.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.schema.Tree.Branch;
import pim.ir.attr.Location;

/// Reads a record out of a tree as its schema says. All problems are reported, in the order of their places.
public final class RecordReader {
    private final List<Diagnostic> problems = new ArrayList<>();
    /// Keys that are not there, by the topmost missing one.
    private final Map<String, List<Field.Leaf>> missing = new LinkedHashMap<>();
    private final Map<String, Location> missingAt = new LinkedHashMap<>();

    private RecordReader() {}

    /// The record that `tree` describes.
    ///
    /// @throws CompileFailure when it describes none; what is wrong has been reported
    public static <T extends Record> T read(Schema<T> schema, Tree tree, Diagnostics diagnostics) {
        var reader = new RecordReader();
        KnownKeys.of(schema).check(tree, "", reader::problem);
        var record = reader.read(schema, tree, "");
        reader.missing.forEach(reader::reportMissing);
        if (reader.problems.isEmpty()) return schema.type().cast(record);
        reader.problems.sort(Comparator.comparing(RecordReader::line).thenComparing(RecordReader::column));
        reader.problems.forEach(diagnostics::report);
        throw new CompileFailure(reader.problems.getFirst().message());
    }

    private void problem(Location location, String message) {
        problems.add(Diagnostic.error(location, message));
    }

    /// The record, or null when a part of it is wrong. `base` is the path of `root` in the file.
    private Object read(Schema<?> schema, Tree root, String base) {
        var components = new Object[schema.fields().size()];
        boolean good = true;
        for (int i = 0; i < components.length; i++) {
            components[i] = switch (schema.fields().get(i)) {
                case Field.Group(_, var nested) -> read(nested, root, base);
                case Field.Leaf leaf -> read(leaf, root, base);
                case Field.Many many -> read(many, root, base);
            };
            good &= components[i] != null;
        }
        return good ? schema.instantiate(components) : null;
    }

    private Object read(Field.Leaf leaf, Tree root, String base) {
        var tree = find(root, leaf.path(), base, leaf);
        if (tree == null) return leaf.required() ? null : leaf.otherwise();
        var value = leaf.decode(tree);
        if (value == null) wrong(leaf, tree, Tree.join(base, leaf.path()));
        return value;
    }

    /// In a list it is each element that is wrong.
    private void wrong(Field.Leaf leaf, Tree tree, String path) {
        if (leaf.kind().element() instanceof ValueKind element && tree instanceof Branch list && list.list()) {
            list.members().forEach((name, member) -> {
                if (element.decode().apply(member.value()) == null) wrong(member.value(), Tree.join(path, name), element.noun());
            });
        } else {
            wrong(tree, path, leaf.expected());
        }
    }

    private void wrong(Tree tree, String path, String expected) {
        problem(tree.location(), "'" + path + "' expects " + expected + ", got " + tree.describe());
    }

    private Object read(Field.Many many, Tree root, String base) {
        if (!(find(root, many.path(), base, null) instanceof Branch list && list.list())) return List.of();
        var elements = new ArrayList<>();
        list.members().forEach((name, member) -> elements.add(read(many.element(), member.value(), Tree.join(Tree.join(base, many.path()), name))));
        return elements.contains(null) ? null : List.copyOf(elements);
    }

    /// What stands at `path` below `root`, or null; a required leaf is then noted as missing. Where the way down meets a scalar the
    /// check of the known keys has complained.
    private Tree find(Tree root, String path, String base, Field.Leaf wanted) {
        var at = root;
        var here = base;
        for (var segment : Tree.segments(path)) {
            if (!(at instanceof Branch branch) || branch.list() != segment.startsWith("[")) return null;
            here = Tree.join(here, segment);
            if (branch.get(segment) == null) {
                if (wanted != null && wanted.required()) {
                    missing.computeIfAbsent(here, _ -> new ArrayList<>()).add(wanted);
                    missingAt.put(here, branch.location());
                }
                return null;
            }
            at = branch.get(segment);
        }
        return at;
    }

    private void reportMissing(String path, List<Field.Leaf> leaves) {
        var leaf = leaves.getFirst();
        // The same path when the leaf itself is missing, be it in the root or in an element of a list.
        boolean itself = leaves.size() == 1 && path.endsWith(leaf.path());
        problem(missingAt.get(path), "missing key '" + path + "': expected "
            + (itself ? "the " + leaf.key().says() + ", " + leaf.expected() : "an object or list with "
                + leaves.stream().map(l -> "'" + l.path() + "'").collect(Collectors.joining(", "))));
    }

    private static int line(Diagnostic problem) {
        return problem.location().file() == null ? 0 : problem.location().file().line();
    }

    private static int column(Diagnostic problem) {
        return problem.location().file() == null ? 0 : problem.location().file().column();
    }
}
