package pim.syntax;

import java.util.ArrayList;
import java.util.List;

/// The names that a file gives to types and attributes, in the order in which it does.
public final class WrittenAliases {
    /// @param name   with its sign
    /// @param meant  a type or an attribute
    /// @param behind whether it stands behind the program
    record Definition(String name, Object meant, boolean behind) {
        /// The name without the number behind it.
        String base() {
            int end = name.length();
            while (end > 1 && Character.isDigit(name.charAt(end - 1))) end--;
            return name.substring(1, end);
        }
    }

    WrittenAliases() {}

    final List<Definition> definitions = new ArrayList<>();
}
