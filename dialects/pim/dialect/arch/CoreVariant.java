package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Cores `first` to `last`, both included and counted over all chips, whose crossbars differ from those of the other cores.
public record CoreVariant(
    @Key(value = "first", says = "first core with these crossbars", unit = "core") int first,
    @Key(value = "last", says = "last core with these crossbars", unit = "core") int last,
    @Key(value = "xbar_array_count", says = "number of crossbars in such a core", unit = "arrays", min = 1, max = 1 << 24) int arrays,
    @Key(value = "xbar_size[0]", says = "number of rows of such a crossbar", unit = "cells", min = 1, max = 1 << 20) int rows,
    @Key(value = "xbar_size[1]", says = "number of columns of such a crossbar", unit = "cells", min = 1, max = 1 << 20) int columns,
    @Key(value = "cell_precision", says = "precision of such a cell", unit = "bits", min = 1, max = 32) int cellBits) {}
