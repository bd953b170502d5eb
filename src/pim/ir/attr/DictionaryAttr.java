package pim.ir.attr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pim.ir.AsmWriter;

/// `{a = 1, b}`: attributes by name. The entries are in the order of their names, each name once.
public record DictionaryAttr(List<NamedAttribute> entries) implements Attribute {
    public static final DictionaryAttr EMPTY = new DictionaryAttr(List.of());

    /// The dictionary of the entries in any order; a name that comes twice is an [IllegalArgumentException].
    public static DictionaryAttr of(List<NamedAttribute> entries) {
        if (entries.isEmpty()) return EMPTY;
        if (areInOrder(entries)) return new DictionaryAttr(List.copyOf(entries));
        var sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> a.name().compareTo(b.name()));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) throw new IllegalArgumentException("duplicate key '" + sorted.get(i).name()
                + "'");
        }
        return new DictionaryAttr(List.copyOf(sorted));
    }

    private static boolean areInOrder(List<NamedAttribute> entries) {
        for (int i = 1; i < entries.size(); i++) if (entries.get(i).name().compareTo(entries.get(i - 1).name()) <= 0) return false;
        return true;
    }

    public static DictionaryAttr of(Map<String, ? extends Attribute> entries) {
        return of(entries.entrySet().stream().map(e -> new NamedAttribute(e.getKey(), e.getValue())).toList());
    }

    public static DictionaryAttr of(String name, Attribute value) {
        return of(List.of(new NamedAttribute(name, value)));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /// The attribute called `name`, or null.
    public Attribute get(String name) {
        for (var entry : entries) if (entry.name().equals(name)) return entry.value();
        return null;
    }

    /// This dictionary with `name` set, or removed when `value` is null.
    public DictionaryAttr with(String name, Attribute value) {
        var changed = new ArrayList<>(entries);
        changed.removeIf(e -> e.name().equals(name));
        if (value != null) changed.add(new NamedAttribute(name, value));
        return of(changed);
    }

    @Override public void print(AsmWriter out) {
        out.append("{");
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) out.append(", ");
            printEntry(out, entries.get(i));
        }
        out.append("}");
    }

    /// Writes `name = value`, or the name alone for a unit.
    public static void printEntry(AsmWriter out, NamedAttribute entry) {
        out.keywordOrQuoted(entry.name());
        if (!entry.value().equals(UnitAttr.UNIT)) out.append(" = ").attribute(entry.value());
    }

    @Override public String toString() {
        return text();
    }
}
