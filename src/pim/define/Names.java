package pim.define;

import java.util.Locale;

/// How names in Java become names in the IR.
public final class Names {
    private Names() {}

    /// `GlobalAveragePool` -> `global_average_pool`, `Conv2d` -> `conv2d`.
    public static String snake(String camel) {
        var snake = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i), before = i == 0 ? '_' : camel.charAt(i - 1);
            boolean starts = c >= 'A' && c <= 'Z' && (before >= 'a' && before <= 'z' || before >= '0' && before <= '9');
            snake.append(starts ? "_" : "").append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
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
