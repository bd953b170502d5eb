package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// The grid of chips, all alike, and the links between them.
public record Chips(
    @Key(value = "chips[0]", says = "number of rows of chips", unit = "chips", min = 1, max = 1 << 10, otherwise = "1") int rows,
    @Key(value = "chips[1]", says = "number of columns of chips", unit = "chips", min = 1, max = 1 << 10, otherwise = "1") int columns,
    @Key(value = "off_chip_bandwidth", says = "bandwidth of a link between chips", unit = "bytes per ns", positive = true,
        otherwise = "6.4") double bandwidth) {

    public int count() {
        return rows * columns;
    }
}
