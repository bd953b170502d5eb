package pim.define;

import java.util.Locale;

/// How names in Java become names in the IR.
public final class Names {
    private Names() {}

    /// `GlobalAveragePool` -> `global_average_pool`, `Conv2d` -> `conv2d`.
    public static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /// `GraphFoldBatchNorm` -> `graph-fold-batch-norm`.
    public static String kebab(String camel) {
        return snake(camel).replace('_', '-');
    }

    /// `SymbolRef` -> `symbol ref`.
    public static String spaced(String camel) {
        return snake(camel).replace('_', ' ');
    }
}
