package pim.tool.filecheck;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a numeric variable is written: `%u`, `%d`, `%x`, `%X`, with a least number of digits and, for the latter two, a `0x` before them.
record NumberFormat(Kind kind, int digits, boolean prefixed) {
    enum Kind {
        UNSIGNED("%u", 10, "0-9", "1-9"), SIGNED("%d", 10, "0-9", "1-9"), LOWER_HEX("%x", 16, "0-9a-f", "1-9a-f"),
            UPPER_HEX("%X", 16, "0-9A-F", "1-9A-F");

        final String spelling;
        final int radix;
        private final String digit;
        private final String leading;

        Kind(String spelling, int radix, String digit, String leading) {
            this.spelling = spelling;
            this.radix = radix;
            this.digit = digit;
            this.leading = leading;
        }

        static Optional<Kind> of(char letter) {
            return Arrays.stream(values()).filter(kind -> kind.spelling.charAt(1) == letter).findFirst();
        }
    }

    static final NumberFormat UNSIGNED = new NumberFormat(Kind.UNSIGNED, 0, false);

    /// A regular expression for every number of this format.
    String regex() {
        var digit = "[" + kind.digit + "]";
        var sign = kind == Kind.SIGNED ? "-?" : "";
        return sign + prefix() + (digits == 0 ? digit + "+" : "([" + kind.leading + "]" + digit + "*)?" + digit + "{" + digits + "}");
    }

    /// The text of `value`; empty when it is negative and the format has no sign.
    Optional<String> write(BigInteger value) {
        if (value.signum() < 0 && kind != Kind.SIGNED) return Optional.empty();
        var text = value.abs().toString(kind.radix);
        if (kind == Kind.UPPER_HEX) text = text.toUpperCase(Locale.ROOT);
        return Optional.of((value.signum() < 0 ? "-" : "") + prefix() + "0".repeat(Math.max(0, digits - text.length())) + text);
    }

    /// The value of a text that [#regex()] matches.
    BigInteger read(String text) {
        boolean negative = text.startsWith("-");
        return new BigInteger((negative ? "-" : "") + text.substring((negative ? 1 : 0) + prefix().length()), kind.radix);
    }

    private String prefix() {
        return prefixed ? "0x" : "";
    }
}
