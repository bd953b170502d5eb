package pim.dialect.inst.interpret;

import pim.dialect.arch.MatrixUnit;
import pim.dialect.arch.Noise;
import pim.dialect.arch.SignedWeights;

/// The cells of an array group as they are after programming: one plane, a matrix of the group's size, for each physical column of a weight.
///
/// A weight of `b` bits lies in `S = ceil(b / c)` cells of `c` bits, the least significant first, as [SignedWeights] says: of `w + 2^(b-1)`, of the
/// positive and the negative part, or of the two's complement, which takes cells of one bit so that the most significant one can count negative.
///
/// Conductances are in units of one level, `(G_on - G_off) / L` with `L = 2^min(c, b) - 1`. A cell of level `s` has `g = s + o`, where
/// `o = L r / (1 - r)` and `r = R_on / R_off` is the leakage, 0 where the description gives no resistances; a reference column without faults takes
/// `o` off. Programming then goes wrong as [Noise] says, in this order:
///
/// - the cell is stuck: `g = o` or `g = L + o`;
/// - otherwise `g` is drawn from a normal distribution around it, whose variance is `(variation g)^2 + ((L + o) p(g / (L + o)))^2` with the
///   polynomial `p` of the model (aihwkit, PCMLikeNoiseModel and ReRamWan2022NoiseModel have such ones), and cut off below 0;
/// - the wire of the column takes a part of the voltage. The column is a ladder: row 0 is farthest from the converter, `k` is the resistance of the
///   wire from cell to cell in units of `R_on`, all rows are driven by ideal sources. By superposition the column's current is `sum x_i g_i u_i`,
///   and by reciprocity `u_i` is the voltage of node `i` when the converter's end has 1 and all rows 0. With `q = g / (L + o)`, `Y_0 = q_0` and
///   `Y_i = q_i + Y_(i-1) / (1 + k Y_(i-1))` it is `u_last = 1 / (1 + k Y_last)` and `u_(i-1) = u_i / (1 + k Y_(i-1))`. Rows that are driven
///   together make a column of their own; wires of rows have no resistance.
final class Cells {
    private final int rows, cols, cellBits, slices;
    private final double full;
    private final SignedWeights signs;
    private final Noise noise;
    /// What a cell adds to its column for an input of 1, in levels.
    final float[][] planes;
    /// What the sum of a plane counts.
    final double[] significance;
    /// What is stored above the weight.
    final double bias;
    /// What a cell conducts above its level.
    final double offset;

    /// @param weights row-major
    /// @param bits    of a weight
    Cells(short[] weights, int rows, int cols, int bits, MatrixUnit unit, Noise noise, long core, long group) {
        this.rows = rows;
        this.cols = cols;
        this.noise = noise;
        signs = unit.signedWeights();
        cellBits = Math.min(unit.crossbar().cellBits(), bits);
        slices = Math.ceilDiv(bits, cellBits);
        if (signs == SignedWeights.TWOS_COMPLEMENT && cellBits > 1) {
            throw new Fault("has its weights in two's complement in cells of " + cellBits
                + " bits; the simulation of noise needs cells of 1 bit for that");
        }
        full = Math.pow(2, cellBits) - 1;
        double leakage = unit.crossbar().cell().leakage();
        if (leakage >= 1) throw new Fault("has cells whose least resistance is not below the greatest");
        offset = full * leakage / (1 - leakage);
        bias = signs == SignedWeights.OFFSET ? Math.pow(2, bits - 1) : 0;
        planes = new float[slices * signs.columnsPerSlice()][];
        significance = new double[planes.length];
        for (int p = 0; p < planes.length; p++) significance[p] = significance(p);
        int together = Math.min(unit.crossbar().rowsAtOnce(), rows);
        for (int p = 0; p < planes.length; p++) planes[p] = program(weights, p, together, new Draws(noise.seed(), core, group, p, 0),
            new Draws(noise.seed(), core, group, p, 1));
    }

    private double significance(int plane) {
        double value = Math.pow(2, (plane % slices) * cellBits);
        boolean negative = signs == SignedWeights.TWOS_COMPLEMENT ? plane == slices - 1 : plane >= slices;
        return negative ? -value : value;
    }

    /// The level that the cell for `weight` should have in a plane.
    private int level(int weight, int plane) {
        int stored = switch (signs) {
            case OFFSET -> weight + (int) bias;
            case DIFFERENTIAL -> Math.max(0, plane < slices ? weight : -weight);
            case TWOS_COMPLEMENT -> weight;
        };
        return stored >> (plane % slices) * cellBits & (int) full;
    }

    private float[] program(short[] weights, int plane, int together, Draws stuck, Draws variation) {
        var levels = new float[rows * cols];
        for (int i = 0; i < levels.length; i++) levels[i] = (float) programmed(level(weights[i], plane), stuck, variation);
        if (noise.irDrop() > 0) {
            for (int from = 0; from < rows; from += together) {
                for (int c = 0; c < cols; c++) dropVoltage(levels, from, Math.min(from + together, rows), c);
            }
        }
        return levels;
    }

    /// The level of a cell that should have `level`. As many numbers are drawn whatever the noise, so that more of one kind leaves the others alone.
    private double programmed(int level, Draws stuck, Draws variation) {
        double chance = stuck.uniform(), normal = variation.gaussian();
        if (chance < noise.stuckLow()) return 0;
        if (1 - chance <= noise.stuckHigh()) return full;
        double conductance = level + offset, most = full + offset, power = 1, polynomial = 0;
        for (double coefficient : noise.programming()) {
            polynomial += coefficient * power;
            power *= conductance / most;
        }
        double deviation = Math.hypot(noise.variation() * conductance, most * Math.max(0, polynomial));
        return deviation == 0 ? level : Math.max(level + deviation * normal, -offset);
    }

    private void dropVoltage(float[] levels, int from, int to, int column) {
        double wire = noise.irDrop(), most = full + offset;
        var loads = new double[to - from];
        double behind = 0;
        for (int row = from; row < to; row++) {
            behind = (levels[row * cols + column] + offset) / most + behind / (1 + wire * behind);
            loads[row - from] = behind;
        }
        double voltage = 1;
        for (int row = to - 1; row >= from; row--) {
            voltage /= 1 + wire * loads[row - from];
            int at = row * cols + column;
            levels[at] = (float) ((levels[at] + offset) * voltage - offset);
        }
    }
}
