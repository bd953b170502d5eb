package pim.dialect.inst.communicate;

import java.util.Arrays;

/// Who knows of what, by vector clocks (F. Mattern, Virtual Time and Global States of Distributed Systems, 1989): a core counts what it does, and keeps
/// of each core up to where it knows what that has done. It knows all that its partners in messages know, and what came with the counts that ended its
/// waits. Rows are never written to, so that many may share one.
final class Clocks {
    /// By core.
    private final long[][] known;

    Clocks(int cores) {
        known = new long[cores][];
        Arrays.fill(known, new long[cores]);
    }

    private Clocks(long[][] known) {
        this.known = known;
    }

    /// As they are now.
    Clocks copy() {
        return new Clocks(known.clone());
    }

    int cores() {
        return known.length;
    }

    /// What a core knows.
    long[] row(int core) {
        return known[core];
    }

    /// A core does something.
    ///
    /// @return its number among all that this core does, from 1 on
    long tick(int core) {
        var row = known[core].clone();
        known[core] = row;
        return ++row[core];
    }

    /// Whether a core knows of what another did.
    boolean knows(int core, int other, long time) {
        return known[core][other] >= time;
    }

    /// A core gets to know what a row has.
    void learn(int core, long[] row) {
        known[core] = merged(known[core], row);
    }

    /// What either knows; null knows nothing.
    static long[] merged(long[] a, long[] b) {
        if (a == null || a == b) return b;
        if (b == null || covers(a, b)) return a;
        var both = new long[a.length];
        for (int i = 0; i < both.length; i++) both[i] = Math.max(a[i], b[i]);
        return both;
    }

    private static boolean covers(long[] a, long[] b) {
        for (int i = 0; i < a.length; i++) if (a[i] < b[i]) return false;
        return true;
    }
}
