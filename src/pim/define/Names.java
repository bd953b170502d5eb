package pim.define;

import java.nio.charset.StandardCharsets;

/// How names in Java become names in the IR.
public final class Names {
    private Names() {}

    /// `GlobalAveragePool` -> `global_average_pool`, `Conv2d` -> `conv2d`.
    public static String snake(String camel) {
        return words(camel, '_');
    }

    /// `GraphFoldBatchNorm` -> `graph-fold-batch-norm`.
    public static String kebab(String camel) {
        return words(camel, '-');
    }

    /// `SymbolRef` -> `symbol ref`.
    public static String spaced(String camel) {
        return words(camel, ' ');
    }

    /// A tool does this for each pass when it starts, in a method that nobody has compiled yet; hence the bytes.
    private static String words(String camel, char between) {
        var from = camel.getBytes(StandardCharsets.UTF_8);
        var to = new byte[2 * from.length];
        int length = 0;
        boolean inWord = false;
        for (byte c : from) {
            boolean capital = c >= 'A' && c <= 'Z';
            if (capital && inWord) to[length++] = (byte) between;
            to[length++] = capital ? (byte) (c + 'a' - 'A') : c == '_' ? (byte) between : c;
            inWord = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        return new String(to, 0, length, StandardCharsets.UTF_8);
    }
}
