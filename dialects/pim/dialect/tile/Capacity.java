package pim.dialect.tile;

import pim.dialect.arch.Accelerator;
import pim.dialect.arch.ArrayCount;
import pim.dialect.arch.MatrixUnit;

/// The room for array groups in the cores of an accelerator, in arrays as its description counts them.
record Capacity(Accelerator accelerator) {
    int cores() {
        return accelerator.cores();
    }

    int arrays(int core) {
        return accelerator.matrixUnit(core).arrays();
    }

    /// Arrays of all cores.
    long arrays() {
        long all = 0;
        for (int core = 0; core < cores(); core++) all += arrays(core);
        return all;
    }

    /// The arrays that `group` takes on `core`, whole units of those that can only be driven together.
    long needed(int core, ArrayGroup group, int bits) {
        var unit = accelerator.matrixUnit(core);
        return Math.ceilDiv(group.arrays(unit.crossbar().columns()) * perLogical(unit, bits), unit.granularity()) * unit.granularity();
    }

    /// The arrays behind one array of whole weights.
    private static long perLogical(MatrixUnit unit, int bits) {
        return unit.arraysAre() == ArrayCount.LOGICAL ? 1 : unit.columnsPerWeight(bits);
    }

    /// Rows of an array of `core`.
    int rows(int core) {
        return accelerator.matrixUnit(core).crossbar().rows();
    }

    /// Rows of an ordinary array.
    int rows() {
        return accelerator.matrixUnit().crossbar().rows();
    }

    /// Columns of whole weights in an ordinary array.
    int columns() {
        return accelerator.matrixUnit().crossbar().columns();
    }

    /// The most columns of weights of `bits` that one array group of an ordinary core can have; 0 when not even one array fits.
    long widest(int bits) {
        var unit = accelerator.matrixUnit();
        return unit.arrays() / unit.granularity() * unit.granularity() / perLogical(unit, bits) * unit.crossbar().columns();
    }
}
