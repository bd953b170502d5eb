package pim.dialect.arch.schema;

/// One component of a record in a [Schema].
public sealed interface Field {
    /// The key from the root of the file; of a group the prefix that all its keys share, as far as they do not start at the root.
    String path();

    /// A record within the record: its keys start with a prefix of their own.
    record Group(String path, Schema<?> schema) implements Field {}

    /// A list of records, empty when it is not given. The paths of `element` start at the element.
    record Many(String path, Key key, Schema<?> element) implements Field {}

    /// A value under the key `path`, counted from the root of the file.
    record Leaf(String path, Key key, ValueKind kind) implements Field {
        public boolean required() {
            return key.otherwise().equals(Key.REQUIRED);
        }

        /// The value when the key is not given.
        public Object otherwise() {
            return kind.parse().apply(key.otherwise());
        }

        /// The value that `tree` is, or null when it is of another kind or out of range.
        public Object decode(Tree tree) {
            var value = kind.decode().apply(tree);
            if (!(value instanceof Number n)) return value;
            double d = n.doubleValue();
            boolean within = Double.isFinite(d) && (key.positive() ? d > 0 : d >= key.min()) && d <= most();
            return within ? value : null;
        }

        /// What may stand here: `an integer from 1 to 64 (bits)`.
        public String expected() {
            return kind.noun() + range() + (key.unit().isEmpty() ? "" : " (" + key.unit() + ")");
        }

        private String range() {
            if (!kind.noun().equals("an integer") && !kind.noun().equals("a number")) return "";
            boolean bounded = most() < Double.POSITIVE_INFINITY;
            if (key.positive()) return bounded ? " above 0 and up to " + text(most()) : " above 0";
            if (key.min() == Double.NEGATIVE_INFINITY) return "";
            return bounded ? " from " + text(key.min()) + " to " + text(most()) : " of at least " + text(key.min());
        }

        /// Without a bound of its own a number is what sums and products can still be made of.
        private double most() {
            return kind.noun().equals("a number") ? Math.min(key.max(), Key.LARGEST) : key.max();
        }

        private static String text(double bound) {
            return bound == Key.LARGEST ? "1e18" : bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
        }
    }
}
