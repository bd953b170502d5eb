package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// One physical array of cells.
public record Crossbar(
    @Key(value = "xbar_size[0]", says = "number of rows of a crossbar, its input lines", unit = "cells", min = 1, max = 1 << 20) int rows,
    @Key(value = "xbar_size[1]", says = "number of columns of a crossbar, its output lines", unit = "cells", min = 1, max = 1 << 20) int columns,
    @Key(value = "cell_precision", says = "precision of a cell", unit = "bits", min = 1, max = 32) int cellBits,
    @Key(value = "xbar_latency", says = "time of one analog multiplication of a whole crossbar", unit = "ns") double latency,
    @Key(value = "xbar_read_power", says = "power of a crossbar during one multiplication", unit = "mW", otherwise = "0") double readPower,
    @Key(value = "/pimlico.active_rows", says = "number of rows that are driven at the same time, 0 for all", unit = "rows", max = 1 << 20,
        otherwise = "0") int activeRows,
    @Key("/pimlico.cell.") Cell cell) {

    /// Rows whose currents one column adds up at a time.
    public int rowsAtOnce() {
        return activeRows == 0 ? rows : Math.min(activeRows, rows);
    }

    /// Cells in one array.
    public long cells() {
        return (long) rows * columns;
    }
}
