package pim.dialect.inst.convert;

import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.Place.Global;
import pim.dialect.inst.Place.Local;
import pim.dialect.inst.Span;

/// Zeros around a feature map, which the windows of convolutions see as padding.
final class Halo {
    /// Bytes of zeros that are stored at once at most.
    private static final long ZEROS = 256;

    private Halo() {}

    /// Clears the halo of `map`, which is three regions of memory: before the first pixel, between the rows, behind the last pixel.
    static void clear(CoreBuilder core, Stored map) {
        var l = map.layout();
        if (l.plain()) return;
        long last = l.at(l.height() - 1, l.fmapWidth()), between = l.row() - l.inner();
        long before = l.at(0, 0), behind = l.bytes() - last;
        long most = Math.max(Math.max(before, behind), l.height() > 1 ? between : 0);
        var zeros = core.alloc(Math.min(most, ZEROS));
        core.write(zeros, Math.min(most, ZEROS), 0, 1);
        var start = Global.of(map.memory());
        fill(core, start, before, 1, 0, zeros);
        fill(core, start.plus(l.at(0, l.fmapWidth())), between, l.height() - 1L, l.row(), zeros);
        fill(core, start.plus(last), behind, 1, 0, zeros);
    }

    /// `rows` times `size` bytes. The zeros are stored again and again: their rows are no bytes apart.
    private static void fill(CoreBuilder core, Global to, long size, long rows, long stride, Local zeros) {
        if (size == 0 || rows == 0) return;
        if (rows == 1) {
            long whole = size / ZEROS;
            if (whole > 0) core.store(to, zeros, new Span(ZEROS, whole, ZEROS), 0);
            if (size % ZEROS > 0) core.store(to.plus(whole * ZEROS), zeros, size % ZEROS);
        } else {
            for (long done = 0; done < size; done += ZEROS) core.store(to.plus(done), zeros, new Span(Math.min(ZEROS, size - done), rows, stride), 0);
        }
    }
}
