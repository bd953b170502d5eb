package pim.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.ir.attr.Attribute;
import pim.ir.attr.OpaqueAttr;

/// The names that a file gives to types and attributes, in the order in which it does.
public final class WrittenAliases {
    /// @param name   with its sign
    /// @param meant  a type or an attribute
    /// @param behind whether it stands behind the program
    record Definition(String name, Object meant, boolean behind) {
        /// The name without the number behind it.
        String base() {
            return WrittenAliases.base(name);
        }
    }

    private final Map<Attribute, String> basesOfOpaque = new HashMap<>();

    WrittenAliases() {}

    private static String base(String name) {
        int end = name.length();
        while (end > 1 && Character.isDigit(name.charAt(end - 1))) end--;
        return name.substring(1, end);
    }

    /// What the name is to mean. Where `#name` and `#name1` are of a dialect of MLIR's and are written alike, MLIR has given the numbers to what it
    /// keeps apart by something that it does not show.
    Attribute keptApart(String name, Attribute meant) {
        if (!(meant instanceof OpaqueAttr(var dialect, var body, var type)) || !MlirDialects.contains(dialect)) return meant;
        var base = base(name);
        var apart = base.equals(basesOfOpaque.putIfAbsent(meant, base)) ? new OpaqueAttr(dialect, body.twin(basesOfOpaque.size()), type) : meant;
        basesOfOpaque.putIfAbsent(apart, base);
        return apart;
    }

    final List<Definition> definitions = new ArrayList<>();
}
