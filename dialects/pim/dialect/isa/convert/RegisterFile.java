package pim.dialect.isa.convert;

import java.util.Arrays;
import java.util.function.IntPredicate;
import pim.dialect.isa.Field;
import pim.ir.affine.AffineExpr;

/// What the registers of a core hold at the place that is being written: affine expressions of the variables of the loops around, by their depth.
///
/// A value that does not change in a loop is loaded before it, as long as there are registers that the loop leaves alone. The lowest registers are
/// pairs for addresses in global memory, the others for those in local memory.
final class RegisterFile {
    /// Writes `register = value` where `depth` loops are around, before the loop that is open there if one is.
    interface Load {
        void emit(int register, AffineExpr value, int depth);
    }

    /// Registers below are pairs; the odd ones are zero.
    static final int PAIRS_END = 8;
    private static final int COUNT = Field.RD.most() + 1;
    /// How many general registers a loop may leave alone for what is loaded before it.
    private static final int MOST_LOCKED = 16, MOST_LOCKED_PAIRS = 2;

    private final Load load;
    private final AffineExpr[] held = new AffineExpr[COUNT];
    /// How many loops were around when the register was loaded.
    private final int[] origin = new int[COUNT];
    /// Whether the next round of a loop needs what is held.
    private final boolean[] locked = new boolean[COUNT];
    private final long[] lastUse = new long[COUNT];
    private final long[] loopStart = new long[64];
    private long time;
    private int depth;

    RegisterFile(Load load) {
        this.load = load;
    }

    void enterLoop() {
        loopStart[depth++] = ++time;
    }

    /// What depends on the variable of the loop is not known any more; the rest is as the last round left it.
    void leaveLoop() {
        depth--;
        for (int r = 0; r < COUNT; r++) {
            if (held[r] == null || origin[r] < depth) continue;
            locked[r] = false;
            origin[r] = depth;
            if (usesFrom(held[r], depth)) held[r] = null;
        }
    }

    /// A register that holds `value`.
    int general(AffineExpr value) {
        return get(value, r -> r >= PAIRS_END, MOST_LOCKED);
    }

    /// An even register that holds `value` while the odd one behind it is zero.
    int pair(AffineExpr value) {
        return get(value, r -> r < PAIRS_END && r % 2 == 0, MOST_LOCKED_PAIRS);
    }

    private int get(AffineExpr value, IntPredicate kind, int mostLocked) {
        time++;
        boolean mayLock = countLocked(kind) < mostLocked;
        for (int r = 0; r < COUNT; r++) {
            if (!kind.test(r) || !value.equals(held[r]) || origin[r] < depth && !locked[r] && !mayLock) continue;
            locked[r] |= origin[r] < depth;
            lastUse[r] = time;
            return r;
        }
        int from = 0;
        while (from < depth && usesFrom(value, from)) from++;
        int hoisted = from < depth && mayLock ? oldest(kind, loopStart[from]) : -1;
        return hoisted >= 0 ? load(hoisted, value, from) : load(oldest(kind, Long.MAX_VALUE), value, depth);
    }

    private int load(int register, AffineExpr value, int at) {
        load.emit(register, value, at);
        held[register] = value;
        origin[register] = at;
        locked[register] = at < depth;
        lastUse[register] = time;
        return register;
    }

    private int countLocked(IntPredicate kind) {
        int count = 0;
        for (int r = 0; r < COUNT; r++) if (kind.test(r) && locked[r]) count++;
        return count;
    }

    /// The register that was used longest ago, before `before`; -1 when there is none.
    private int oldest(IntPredicate kind, long before) {
        int oldest = -1;
        for (int r = 0; r < COUNT; r++) {
            if (kind.test(r) && !locked[r] && lastUse[r] < before && (oldest < 0 || lastUse[r] < lastUse[oldest])) oldest = r;
        }
        return oldest;
    }

    /// Whether the expression depends on a variable of that depth or deeper.
    private static boolean usesFrom(AffineExpr expression, int depth) {
        var used = new boolean[1];
        expression.replaceDims(d -> {
            used[0] |= d >= depth;
            return AffineExpr.dim(d);
        });
        return used[0];
    }

    @Override public String toString() {
        return Arrays.toString(held);
    }
}
