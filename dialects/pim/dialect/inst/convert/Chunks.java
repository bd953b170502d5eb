package pim.dialect.inst.convert;

import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.Offset;

/// A range cut into pieces of one length, and a shorter last one where that does not come out even.
///
/// @param length of a piece
record Chunks(long from, long to, long length) {
    interface Body {
        void emit(Offset first, long length);
    }

    /// As few pieces as possible of at most `most`, none much longer than another.
    static Chunks of(long from, long to, long most) {
        long total = to - from, pieces = Math.ceilDiv(total, Math.max(1, Math.min(most, total)));
        return new Chunks(from, to, Math.ceilDiv(total, pieces));
    }

    void emit(CoreBuilder core, Body body) {
        long whole = from + (to - from) / length * length;
        core.loop(from, whole, length, first -> body.emit(first, length));
        if (whole < to) body.emit(Offset.of(whole), to - whole);
    }
}
