package pim.dialect.arch.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import pim.diagnose.Spelling;
import pim.dialect.arch.schema.Tree.Branch;
import pim.ir.attr.Location;

/// The names that a schema allows at each place of a description: the paths of its fields, as a tree.
final class KnownKeys {
    private final Map<String, KnownKeys> children = new LinkedHashMap<>();
    private Field field;

    static KnownKeys of(Schema<?> schema) {
        var root = new KnownKeys();
        schema.leaves().forEach(f -> {
            var at = root;
            for (var segment : Tree.segments(f.path())) at = at.children.computeIfAbsent(segment, _ -> new KnownKeys());
            at.field = f;
        });
        return root;
    }

    /// Reports each name in `tree` that has no place in the schema, and each object or list that stands where there must be the other.
    void check(Tree tree, String path, BiConsumer<Location, String> report) {
        if (field instanceof Field.Many(_, _, var element)) checkElements(tree, path, of(element), report);
        if (field != null) return;
        boolean list = !children.isEmpty() && children.keySet().iterator().next().startsWith("[");
        if (!(tree instanceof Branch branch) || branch.list() != list) {
            report.accept(tree.location(), (path.isEmpty() ? "a description" : "'" + path + "'") + " expects "
                + (list ? "a list of " + children.size() + " elements" : "an object") + ", got " + tree.describe());
            return;
        }
        if (list && branch.members().size() > children.size()) {
            report.accept(branch.location(), "'" + path + "' expects " + children.size() + " elements, got " + branch.members().size());
        }
        branch.members().forEach((name, member) -> {
            var known = children.get(name);
            if (known != null) known.check(member.value(), Tree.join(path, name), report);
            else if (!list) report.accept(member.key(), "unknown key '" + Tree.join(path, name) + "'" + hint(name));
        });
    }

    private static void checkElements(Tree tree, String path, KnownKeys element, BiConsumer<Location, String> report) {
        if (!(tree instanceof Branch branch && branch.list())) {
            report.accept(tree.location(), "'" + path + "' expects a list of objects, got " + tree.describe());
            return;
        }
        branch.members().forEach((name, member) -> element.check(member.value(), Tree.join(path, name), report));
    }

    private String hint(String name) {
        var suggestion = Spelling.suggestion(name, children.keySet());
        return suggestion.isEmpty() ? "; the keys here are " + String.join(", ", children.keySet()) : suggestion;
    }
}
