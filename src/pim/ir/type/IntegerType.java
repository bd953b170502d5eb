package pim.ir.type;

import pim.ir.AsmWriter;

/// `i32`, `si8`, `ui16`: an integer of `width` bits.
public record IntegerType(int width, Signedness signedness) implements Type {
    public static final int MAX_WIDTH = (1 << 24) - 1;

    public enum Signedness {
        SIGNLESS("i"), SIGNED("si"), UNSIGNED("ui");

        private final String prefix;

        Signedness(String prefix) {
            this.prefix = prefix;
        }
    }

    public static final IntegerType I1 = of(1), I8 = of(8), I16 = of(16), I32 = of(32), I64 = of(64);

    /// The signless integer of `width` bits.
    public static IntegerType of(int width) {
        return new IntegerType(width, Signedness.SIGNLESS);
    }

    @Override public void print(AsmWriter out) {
        out.append(signedness.prefix).append(width);
    }

    @Override public String toString() {
        return text();
    }
}
