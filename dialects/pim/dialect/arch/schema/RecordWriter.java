package pim.dialect.arch.schema;

import java.util.List;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree.Member;
import pim.ir.attr.Location;

/// Writes a record into a tree as its schema says: each required key, and each other key whose value is not its default.
public final class RecordWriter {
    private RecordWriter() {}

    public static <T extends Record> Branch write(Schema<T> schema, T record) {
        var root = Branch.object(Location.UNKNOWN);
        write(schema, record, root);
        return root;
    }

    private static void write(Schema<?> schema, Record record, Branch root) {
        var components = Schema.components(record);
        for (int i = 0; i < components.length; i++) {
            switch (schema.fields().get(i)) {
                case Field.Group(_, var nested) -> write(nested, (Record) components[i], root);
                case Field.Leaf leaf -> {
                    boolean needed = leaf.required() || partOfList(leaf) || !components[i].equals(leaf.otherwise());
                    if (needed) put(root, leaf.path(), leaf.kind().encode().apply(components[i]));
                }
                case Field.Many many -> {
                    var list = Branch.list(Location.UNKNOWN);
                    for (var element : (List<?>) components[i]) {
                        var object = Branch.object(Location.UNKNOWN);
                        write(many.element(), (Record) element, object);
                        list.add(object);
                    }
                    if (!list.members().isEmpty()) put(root, many.path(), list);
                }
            }
        }
    }

    /// A list is written with all its elements: the second has no place without the first.
    private static boolean partOfList(Field.Leaf leaf) {
        return leaf.path().endsWith("]");
    }

    private static void put(Branch root, String path, Tree value) {
        var segments = Tree.segments(path);
        var at = root;
        for (int i = 0; i < segments.size() - 1; i++) {
            boolean list = segments.get(i + 1).startsWith("[");
            at = (Branch) at.members().computeIfAbsent(segments.get(i), _ -> new Member(Location.UNKNOWN,
                list ? Branch.list(Location.UNKNOWN) : Branch.object(Location.UNKNOWN))).value();
        }
        at.members().put(segments.getLast(), new Member(Location.UNKNOWN, value));
    }
}
