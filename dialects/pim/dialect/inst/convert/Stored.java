package pim.dialect.inst.convert;

import pim.dialect.inst.BufferLayout;
import pim.dialect.inst.Offset;
import pim.dialect.inst.Place.Global;

/// A feature map in global memory.
///
/// @param memory the name of the buffer
record Stored(String memory, BufferLayout layout) {
    /// Pixel `(y, x)` of the map; those of the halo have coordinates below zero or behind the end.
    Global at(Offset y, Offset x) {
        return Global.of(memory).plus(layout.at(0, 0)).plus(y.times(layout.row())).plus(x.times(layout.pixel()));
    }

    Global at(long y, long x) {
        return at(Offset.of(y), Offset.of(x));
    }

    /// The map as one row, for what does not mind where its rows begin; itself where the rows do not follow each other without gaps.
    Stored asOneRow() {
        var l = layout;
        return l.plain() ? new Stored(memory, new BufferLayout(l.channels(), 1, l.height() * l.fmapWidth(), l.width(), 0, 0, 0, 0)) : this;
    }

    boolean sameExtents(Stored other) {
        return layout.channels() == other.layout.channels() && layout.height() == other.layout.height()
            && layout.fmapWidth() == other.layout.fmapWidth();
    }
}
