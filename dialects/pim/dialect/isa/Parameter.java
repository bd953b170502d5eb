package pim.dialect.isa;

import java.util.Locale;

/// A number of the machine, or two, that a program carries: the names are those of pimsim-nn.
public enum Parameter {
    /// Converters of a crossbar.
    ADC_COUNT(1),
    /// Bits of a cell.
    CELL_PRECISION(1),
    /// Cores of the machine; their numbers are below it.
    CORE_CNT(1),
    /// Crossbars of a core.
    XBAR_ARRAY_COUNT(1),
    /// Rows and columns of a crossbar.
    XBAR_SIZE(2);

    private static final int MOST = 1 << 24;

    private final int count;
    private final String key = name().toLowerCase(Locale.ROOT);

    Parameter(int count) {
        this.count = count;
    }

    public String key() {
        return key;
    }

    /// How many numbers it is.
    public int count() {
        return count;
    }

    /// The parameter called `key`; null when there is none.
    public static Parameter of(String key) {
        for (var parameter : values()) if (parameter.key.equals(key)) return parameter;
        return null;
    }

    /// What is wrong with `values`; null when nothing is.
    public String verify(long... values) {
        int most = this == CORE_CNT ? Field.CORE.most() + 1 : MOST;
        if (values.length != count) return "expects " + count + (count == 1 ? " number" : " numbers") + " of " + key + ", but got " + values.length;
        for (long value : values) if (value < 1 || value > most) return "expects " + key + " from 1 to " + most + ", but got " + value;
        return null;
    }
}
