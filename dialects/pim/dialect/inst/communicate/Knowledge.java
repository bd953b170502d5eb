package pim.dialect.inst.communicate;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/// Who knew at some time of the last clearing and the last count of each register.
///
/// Clocks go on and on, so what is compared is not what they show but how much is known of what a core did last to registers: the first of that, the
/// first two, and so on. It has to be the same in the same order. A register whose state is the very same object was not touched meanwhile.
///
/// @param registers by number
/// @param clears    by core, the numbers of the registers that it may clear
/// @param counts    by core, those of the registers that it may count
record Knowledge(Clocks clocks, RegisterState[] registers, int[][] clears, int[][] counts) {
    /// What a core did last to registers, in order.
    ///
    /// @param what registers that it cleared, and, behind as many as there are registers, those that it counted
    /// @param when by its clock
    private record Deeds(int[] what, long[] when) {
        /// How many of them somebody knows who knows up to a time.
        int known(long time) {
            int at = Arrays.binarySearch(when, time);
            return at < 0 ? -at - 1 : at + 1;
        }
    }

    /// Whether all is known, by the same, that was known at another time.
    boolean isThatOf(Knowledge other) {
        Deeds[] own = new Deeds[clears.length], theirs = new Deeds[clears.length];
        var changed = changed(other);
        for (int core = changed.nextSetBit(0); core >= 0; core = changed.nextSetBit(core + 1)) {
            own[core] = deeds(core);
            theirs[core] = other.deeds(core);
            if (!Arrays.equals(own[core].what, theirs[core].what)) return false;
        }
        for (int core = 0; core < clears.length; core++) {
            if (!equal(clocks.row(core), own, other, other.clocks.row(core), theirs, changed)) return false;
        }
        for (int i = 0; i < registers.length; i++) {
            long[] carried = registers[i].carried(), before = other.registers[i].carried();
            if ((carried == null) != (before == null)) return false;
            if (carried != null && !equal(carried, own, other, before, theirs, changed)) return false;
        }
        return true;
    }

    /// The cores that may have done something meanwhile.
    private BitSet changed(Knowledge other) {
        var changed = new BitSet();
        for (int core = 0; core < clears.length; core++) if (changed(clears[core], other) || changed(counts[core], other)) changed.set(core);
        return changed;
    }

    private boolean changed(int[] numbers, Knowledge other) {
        for (int i : numbers) if (registers[i] != other.registers[i]) return true;
        return false;
    }

    private boolean equal(long[] row, Deeds[] deeds, Knowledge other, long[] otherRow, Deeds[] otherDeeds, BitSet changed) {
        for (int core = changed.nextSetBit(0); core >= 0; core = changed.nextSetBit(core + 1)) {
            if (deeds[core].known(row[core]) != otherDeeds[core].known(otherRow[core])) return false;
        }
        if (row == otherRow) return true;
        for (int core = 0; core < row.length; core++) {
            if (row[core] == otherRow[core] || changed.get(core)) continue;
            if (deeds[core] == null) otherDeeds[core] = deeds[core] = deeds(core);
            if (deeds[core].known(row[core]) != deeds[core].known(otherRow[core])) return false;
        }
        return true;
    }

    private Deeds deeds(int core) {
        var deeds = new IntArrayList();
        for (int i : clears[core]) if (registers[i].clearedAt() > 0) deeds.add(i);
        for (int i : counts[core]) if (registers[i].counter() != null && registers[i].counter().index == core) deeds.add(registers.length + i);
        deeds.sort((a, b) -> Long.compare(time(a), time(b)));
        var what = deeds.toIntArray();
        return new Deeds(what, Arrays.stream(what).mapToLong(this::time).toArray());
    }

    private long time(int what) {
        return what < registers.length ? registers[what].clearedAt() : registers[what - registers.length].countedAt();
    }
}
