package pim.dialect.inst.interpret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.ArrayCount;
import pim.dialect.arch.Cell;
import pim.dialect.arch.Crossbar;
import pim.dialect.arch.MatrixUnit;
import pim.dialect.arch.Noise;
import pim.dialect.arch.SignedWeights;
import pim.dialect.inst.GroupAttr;
import pim.dialect.tile.ArrayGroup;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;

class AnalogArrayTest {
    private static final MatrixUnit TINY = Accelerator.load("tiny", Path.of(""), Diagnostics.printingTo(System.err)).matrixUnit();
    private static final double NO_LEAKAGE = 0;

    private static MatrixUnit unit(int rows, int activeRows, int cellBits, int dacBits, SignedWeights signs, double leakage) {
        var cell = new Cell(Cell.Kind.RRAM, leakage * 1e6, 1e6, 0, 0, 0, 0);
        var dac = new pim.dialect.arch.Converter(dacBits, 1, TINY.dac().stage());
        return new MatrixUnit(1, ArrayCount.PHYSICAL, 1, 16, signs, 1, true, new Crossbar(rows, 1 << 10, cellBits, 1, 0, activeRows, cell), dac,
            TINY.adc(), false, TINY.sampleHold(), TINY.shiftAdder(), TINY.inputBuffer(), TINY.outputBuffer());
    }

    private static Noise noise(double variation, List<Double> programming, double low, double high, double read, double irDrop, int adc, long seed) {
        return new Noise(variation, programming, low, high, read, irDrop, adc, 1, seed, "");
    }

    private static Noise adc(int bits) {
        return noise(0, List.of(), 0, 0, 0, 0, bits, 0);
    }

    private static AnalogArray array(short[] weights, int rows, int cols, int bits, MatrixUnit unit, Noise noise) {
        var type = RankedTensorType.of(IntegerType.of(bits), cols, rows, 1, 1);
        var group = new GroupAttr(new DenseResourceAttr("w", type), 1, new ArrayGroup(0, 1, 0, rows, 0, cols), IntegerType.I64);
        return AnalogArray.of(group, 0, 0, weights, unit, noise);
    }

    private static double[] product(AnalogArray array, long[] inputs) {
        var sums = new double[array.cols];
        array.multiply(inputs, sums);
        return sums;
    }

    /// A random matrix, vector and machine.
    private static final class Case {
        final Random random;
        final int bits, rows, cols;
        final short[] weights;
        final long[] inputs;
        final MatrixUnit unit;

        Case(long seed) {
            random = new Random(seed);
            bits = random.nextBoolean() ? 8 : 16;
            rows = 1 + random.nextInt(40);
            cols = 1 + random.nextInt(6);
            weights = new short[rows * cols];
            for (int i = 0; i < weights.length; i++) weights[i] = (short) number();
            inputs = new long[rows];
            for (int i = 0; i < rows; i++) inputs[i] = random.nextInt(4) == 0 ? 0 : number();
            var signs = SignedWeights.values()[random.nextInt(3)];
            int cellBits = signs == SignedWeights.TWOS_COMPLEMENT ? 1 : 1 + random.nextInt(random.nextInt(4) == 0 ? 32 : 4);
            unit = unit(rows + random.nextInt(9), random.nextBoolean() ? 0 : 1 + random.nextInt(rows), cellBits, 1 + random.nextInt(9), signs,
                random.nextBoolean() ? NO_LEAKAGE : random.nextDouble() * 0.9);
        }

        private int number() {
            int least = -1 << bits - 1;
            return switch (random.nextInt(8)) {
                case 0 -> least;
                case 1 -> -least - 1;
                default -> least + random.nextInt(1 << bits);
            };
        }

        AnalogArray with(Noise noise) {
            return array(weights, rows, cols, bits, unit, noise);
        }

        double[] exact() {
            var sums = new double[cols];
            for (int r = 0; r < rows; r++) for (int c = 0; c < cols; c++) sums[c] += inputs[r] * weights[r * cols + c];
            return sums;
        }

        double largestSum() {
            return Converter.largestSum(unit, bits, bits);
        }
    }

    @Property(tries = 300) void withoutNoiseItIsExact(@ForAll long seed) {
        var c = new Case(seed);
        assertArrayEquals(c.exact(), product(c.with(Noise.NONE), c.inputs));
        assertArrayEquals(c.exact(), product(c.with(noise(0, List.of(0.0, 0.0), 0, 0, 0, 0, 0, seed & 0xff)), c.inputs));
    }

    @Property(tries = 300) void aConverterWithEnoughBitsChangesNothing(@ForAll long seed) {
        var c = new Case(seed);
        int enough = 1;
        while (Math.pow(2, enough) - 1 < c.largestSum()) enough++;
        assertArrayEquals(c.exact(), product(c.with(adc(enough)), c.inputs), "range");
        assertArrayEquals(c.exact(), product(array(c.weights, c.rows, c.cols, c.bits, c.unit.withAdcClips(true), adc(enough)), c.inputs), "clips");
        var described = c.unit.withAdcClips(true);
        if (c.largestSum() < 256) assertArrayEquals(c.exact(), product(array(c.weights, c.rows, c.cols, c.bits, described, Noise.NONE), c.inputs));
    }

    /// The criterion is tight: with a bit less the column sums of full cells and full digits are cut.
    @Test void aConverterWithTooFewBitsLosesTheLargestSums() {
        var unit = unit(12, 0, 2, 1, SignedWeights.OFFSET, NO_LEAKAGE);
        var weights = new short[12];
        Arrays.fill(weights, Short.MAX_VALUE);
        var inputs = new long[12];
        Arrays.fill(inputs, Short.MAX_VALUE);
        double exact = 12.0 * Short.MAX_VALUE * Short.MAX_VALUE;
        // 12 rows of cells up to 3 make 36.
        assertEquals(exact, product(array(weights, 12, 1, 16, unit, adc(6)), inputs)[0]);
        assertEquals(exact, product(array(weights, 12, 1, 16, unit.withAdcClips(true), adc(6)), inputs)[0]);
        // 31 of 36 in each plane: 2^16 - 1 becomes 31 / 36 of it, and the bias stays.
        double clipped = Short.MAX_VALUE * (12 * (31.0 / 36 * 0xffff - 0x8000));
        assertEquals(clipped, product(array(weights, 12, 1, 16, unit.withAdcClips(true), adc(5)), inputs)[0], 1e-3);
    }

    @Property(tries = 100) void theSameSeedIsTheSameNoise(@ForAll long seed) {
        var c = new Case(seed);
        for (int adc : new int[] {0, 6}) {
            var noise = noise(0.1, List.of(0.01, 0.02), 0.01, 0.02, 0.05, 0.001, adc, seed >>> 12);
            var first = c.with(noise);
            var second = c.with(noise);
            for (int i = 0; i < 3; i++) assertArrayEquals(product(first, c.inputs), product(second, c.inputs));
        }
    }

    @Test void anotherSeedOrCoreIsOtherNoise() {
        var weights = new short[] {1000, -2000, 3000};
        var unit = unit(3, 0, 2, 1, SignedWeights.OFFSET, NO_LEAKAGE);
        var inputs = new long[] {5, 6, 7};
        var one = product(array(weights, 3, 1, 16, unit, noise(0.1, List.of(), 0, 0, 0, 0, 0, 1)), inputs)[0];
        assertNotEquals(one, product(array(weights, 3, 1, 16, unit, noise(0.1, List.of(), 0, 0, 0, 0, 0, 2)), inputs)[0]);
        var group = new GroupAttr(new DenseResourceAttr("w", RankedTensorType.of(IntegerType.of(16), 1, 3, 1, 1)), 1,
            new ArrayGroup(0, 1, 0, 3, 0, 1), IntegerType.I64);
        var noise = noise(0.1, List.of(), 0, 0, 0, 0, 0, 1);
        assertNotEquals(one, product(AnalogArray.of(group, 0, 1, weights, unit, noise), inputs)[0]);
        assertNotEquals(one, product(AnalogArray.of(group, 1, 0, weights, unit, noise), inputs)[0]);
    }

    /// The cells that are stuck at a rate are stuck at each higher rate, and the others stay as they are.
    @Property(tries = 100) void stuckCellsStayStuckAtHigherRates(@ForAll long seed) {
        var c = new Case(seed);
        double less = c.random.nextDouble() / 4, more = less + c.random.nextDouble() / 4;
        var few = cells(c, noise(0.1, List.of(), less, less, 0, 0, 0, 7));
        var many = cells(c, noise(0.1, List.of(), more, more, 0, 0, 0, 7));
        var none = cells(c, noise(0.1, List.of(), 0, 0, 0, 0, 0, 7));
        float full = (float) (Math.pow(2, Math.min(c.bits, c.unit.crossbar().cellBits())) - 1);
        for (int p = 0; p < few.planes.length; p++) {
            for (int i = 0; i < few.planes[p].length; i++) {
                float without = none.planes[p][i], at = few.planes[p][i];
                if (at != without) {
                    assertTrue(at == 0 || at == full);
                    assertEquals(at, many.planes[p][i]);
                }
                float later = many.planes[p][i];
                assertTrue(later == without || later == 0 || later == full);
            }
        }
    }

    private static Cells cells(Case c, Noise noise) {
        return new Cells(c.weights, c.rows, c.cols, c.bits, c.unit, noise, 0, 0);
    }

    @Test void everyCellStuck() {
        var unit = unit(2, 0, 3, 2, SignedWeights.OFFSET, 0.25);
        var low = array(new short[] {5, -9}, 2, 1, 8, unit, noise(0, List.of(), 1, 0, 0, 0, 0, 0));
        assertEquals(-128 * (10 - 3), product(low, new long[] {10, -3})[0]);
        // Three cells of three bits hold nine ones.
        var high = array(new short[] {5, -9}, 2, 1, 8, unit, noise(0, List.of(), 0, 1, 0, 0, 0, 0));
        assertEquals((511 - 128) * (10 - 3), product(high, new long[] {10, -3})[0]);
    }

    /// The voltages along a column by Kirchhoff's laws, solved as they stand.
    @Property(tries = 100) void theWireOfAColumnObeysKirchhoff(@ForAll long seed) {
        var random = new Random(seed);
        int rows = 2 + random.nextInt(20);
        double wire = Math.pow(10, -1 - 4 * random.nextDouble()), leakage = random.nextDouble() / 2;
        var weights = new short[rows];
        for (int i = 0; i < rows; i++) weights[i] = (short) (random.nextInt(4) - 128);
        var unit = unit(rows, 0, 2, 1, SignedWeights.OFFSET, leakage);
        var ideal = new Cells(weights, rows, 1, 8, unit, Noise.NONE, 0, 0);
        var real = new Cells(weights, rows, 1, 8, unit, noise(0, List.of(), 0, 0, 0, wire, 0, 0), 0, 0);
        int driven = random.nextInt(rows);
        var g = new double[rows];
        for (int i = 0; i < rows; i++) g[i] = (ideal.planes[0][i] + ideal.offset) / (3 + ideal.offset);
        double current = columnCurrent(g, wire, driven) * (3 + ideal.offset);
        assertEquals(current, real.planes[0][driven] + real.offset, 1e-5 * (3 + ideal.offset));
    }

    /// The current at the grounded end of a column whose row `driven` has 1 V, the others 0: Gauss's elimination on the node equations.
    private static double columnCurrent(double[] g, double wire, int driven) {
        int n = g.length;
        var a = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            a[i][i] = g[i] + 1 / wire + (i > 0 ? 1 / wire : 0);
            if (i > 0) a[i][i - 1] = -1 / wire;
            if (i < n - 1) a[i][i + 1] = -1 / wire;
            a[i][n] = i == driven ? g[i] : 0;
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                if (i == k) continue;
                double f = a[i][k] / a[k][k];
                for (int j = k; j <= n; j++) a[i][j] -= f * a[k][j];
            }
        }
        return a[n - 1][n] / a[n - 1][n - 1] / wire;
    }

    @Test void theDeviationOfProgrammedCells() {
        int n = 20_000;
        var weights = new short[n];
        Arrays.fill(weights, (short) (2 - 128));
        var unit = unit(n, 0, 2, 1, SignedWeights.OFFSET, NO_LEAKAGE);
        assertEquals(0.05 * 2, deviation(new Cells(weights, n, 1, 8, unit, noise(0.05, List.of(), 0, 0, 0, 0, 0, 1), 0, 0).planes[0]), 0.002);
        // 3 (0.01 + 0.03 * 2/3): relative to the largest of three levels.
        var polynomial = noise(0, List.of(0.01, 0.03), 0, 0, 0, 0, 0, 1);
        assertEquals(0.09, deviation(new Cells(weights, n, 1, 8, unit, polynomial, 0, 0).planes[0]), 0.002);
    }

    @Test void readsAreNoisyAlikeWithAndWithoutAConverter() {
        var unit = unit(4, 0, 2, 1, SignedWeights.DIFFERENTIAL, 0.1);
        var weights = new short[] {100, -77, 20, -3};
        var inputs = new long[] {90, -40, 3, 127};
        int n = 20_000;
        var linear = new float[n];
        var converted = new float[n];
        var first = array(weights, 4, 1, 8, unit, noise(0, List.of(), 0, 0, 0.2, 0, 0, 1));
        var second = array(weights, 4, 1, 8, unit, noise(0, List.of(), 0, 0, 0.2, 0, 32, 1));
        for (int i = 0; i < n; i++) {
            linear[i] = (float) product(first, inputs)[0];
            converted[i] = (float) product(second, inputs)[0];
        }
        double deviation = deviation(linear);
        assertTrue(deviation > 100, "" + deviation);
        // The converter rounds to whole levels and cuts sums below zero, which takes some of the noise away and adds some.
        assertEquals(deviation, deviation(converted), 0.1 * deviation);
    }

    private static double deviation(float[] values) {
        double sum = 0, squares = 0;
        for (float v : values) {
            sum += v;
            squares += (double) v * v;
        }
        double mean = sum / values.length;
        return Math.sqrt(squares / values.length - mean * mean);
    }

    @Test void whatNoCellHolds() {
        var unit = unit(2, 0, 2, 1, SignedWeights.TWOS_COMPLEMENT, NO_LEAKAGE);
        var fault = assertThrows(Fault.class, () -> array(new short[2], 2, 1, 8, unit, adc(8)));
        assertEquals("has its weights in two's complement in cells of 2 bits; the simulation of noise needs cells of 1 bit for that",
            fault.getMessage());
        assertThrows(Fault.class, () -> array(new short[2], 2, 1, 8, unit(2, 0, 2, 1, SignedWeights.OFFSET, 1), adc(8)));
        assertFalse(noise(0, List.of(), 0, 0, 0, 0, 0, 9).active());
    }
}
