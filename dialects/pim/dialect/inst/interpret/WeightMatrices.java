package pim.dialect.inst.interpret;

import pim.diagnose.Diagnostics;
import pim.dialect.inst.GroupAttr;
import pim.ir.Resources;
import pim.ir.attr.Location;

/// The weights that array groups hold, cut out of those of their layers.
public final class WeightMatrices {
    private final Resources resources;
    private final Diagnostics diagnostics;
    /// The layer asked for last: the groups of a core often belong to the same.
    private String key;
    private short[] layer;

    WeightMatrices(Resources resources, Diagnostics diagnostics) {
        this.resources = resources;
        this.diagnostics = diagnostics;
    }

    /// The matrix of `group`.
    ///
    /// @param location of the core, for messages
    GroupMatrix matrix(GroupAttr group, Location location) {
        if (!group.weights().key().equals(key)) {
            layer = layer(group, location);
            key = group.weights().key();
        }
        var weights = layer;
        var unfolding = group.unfolding();
        int rows = Math.toIntExact(group.part().rows()), cols = Math.toIntExact(group.part().cols()), step = (int) unfolding.taps();
        var matrix = new short[Math.multiplyExact(rows, cols)];
        unfolding.eachRun(group.part(), (from, to, count) -> {
            for (int i = 0; i < count; i++) matrix[to + i * cols] = weights[from + i * step];
        });
        return new GroupMatrix(matrix, rows, cols);
    }

    private short[] layer(GroupAttr group, Location location) {
        var attr = group.weights();
        int count = Math.toIntExact(attr.type().shape().elementCount()), width = group.inputWidth();
        var bytes = Host.bytes(attr, (long) count * width, resources, location, diagnostics);
        var values = new short[count];
        if (width == Short.BYTES) bytes.asShortBuffer().get(values);
        else for (int i = 0; i < count; i++) values[i] = bytes.get(i);
        return values;
    }
}
