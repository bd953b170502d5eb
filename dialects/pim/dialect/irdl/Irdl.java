package pim.dialect.irdl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pim.define.Namespace;
import pim.define.OpDefinition;
import pim.ir.Op;
import pim.ir.Operation;

/// Dialects as programs: what is defined, what belongs to it, and the conditions that must hold.
@Namespace(value = "irdl", properties = true)
public sealed interface Irdl extends Op permits Definition, Belonging, RegionShape, Condition {
    /// What is wrong with the place of `self`, which must stand directly in one of these; null when nothing is.
    static String misplaced(Operation self, List<Class<? extends Irdl>> parents) {
        if (self.parent() != null && parents.stream().anyMatch(self.parent()::has)) return null;
        var names = parents.stream().map(parent -> OpDefinition.of(parent).name()).collect(Collectors.joining(", ", "'", "'"));
        return parents.size() == 1 ? "expects parent op " + names : "expects parent op to be one of " + names;
    }

    /// What is wrong with a name that code is to be generated for: lower case letters, digits and single underscores only; null when nothing is.
    static String badName(String name, String of) {
        if (name.isEmpty()) return "name of " + of + " is empty";
        boolean underscore = false;
        for (char c : name.toCharArray()) {
            if (c == '_' && !underscore) return "name of " + of + " should not contain leading or double underscores";
            if (c >= 'A' && c <= 'Z') return "name of " + of + " should not contain uppercase letters";
            if (c != '_' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return "name of " + of + " must contain only lowercase letters, digits and underscores";
            }
            underscore = c != '_';
        }
        return null;
    }

    /// What is wrong with the names of the `count` things of a kind; null when nothing is.
    static String badNames(List<String> names, String kind, int count) {
        if (names.size() != count) return "the number of " + kind + "s and their names must be the same, but got " + count + " and " + names.size()
            + " respectively";
        for (int i = 0; i < count; i++) {
            var bad = badName(names.get(i), kind + " #" + i);
            if (bad != null) return bad;
            int first = names.indexOf(names.get(i));
            if (first < i) return "name of " + kind + " #" + i + " is a duplicate of the name of " + kind + " #" + first;
        }
        return null;
    }

    /// The first that is not null, or null.
    static String first(String... wrong) {
        return Arrays.stream(wrong).filter(w -> w != null).findFirst().orElse(null);
    }
}
