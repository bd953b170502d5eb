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
    private int[] layer;

    WeightMatrices(Resources resources, Diagnostics diagnostics) {
        this.resources = resources;
        this.diagnostics = diagnostics;
    }

    /// The matrix of `group`, row-major.
    ///
    /// @param location of the core, for messages
    short[] matrix(GroupAttr group, Location location) {
        if (!group.weights().key().equals(key)) {
            layer = layer(group, location);
            key = group.weights().key();
        }
        var matrix = group.unfolding().matrix(group.part(), layer);
        var narrow = new short[matrix.length];
        for (int i = 0; i < matrix.length; i++) narrow[i] = (short) matrix[i];
        return narrow;
    }

    private int[] layer(GroupAttr group, Location location) {
        var attr = group.weights();
        int count = Math.toIntExact(attr.type().shape().elementCount()), width = group.inputWidth();
        var bytes = Host.bytes(attr, (long) count * width, resources, location, diagnostics);
        var values = new int[count];
        for (int i = 0; i < count; i++) values[i] = width == 1 ? bytes.get(i) : bytes.getShort(2 * i);
        return values;
    }
}
