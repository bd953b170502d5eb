package pim.define;

import java.util.Locale;

/// How names in Java become names in the IR.
final class Names {
    private Names() {}

    /// `GlobalAveragePool` -> `global_average_pool`, `Conv2d` -> `conv2d`.
    static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /// `SymbolRef` -> `symbol ref`.
    static String spaced(String camel) {
        return snake(camel).replace('_', ' ');
    }
}
