package pim.dialect.sim.bench;

import java.util.Arrays;
import pim.tensor.Tensor;

/// In what a tensor is not as expected.
record Difference(String expected, String got) {
    /// The first one; null when there is none.
    ///
    /// @param within how far a float may be away
    static Difference of(Tensor expected, Tensor got, double within) {
        if (!Arrays.equals(expected.shape(), got.shape())) {
            return new Difference("shape " + Arrays.toString(expected.shape()), Arrays.toString(got.shape()));
        }
        if (expected instanceof Tensor.Floats != got instanceof Tensor.Floats) return new Difference(kind(expected), kind(got));
        for (int i = 0; i < got.size(); i++) {
            if (same(expected, got, i, within)) continue;
            var place = " at " + Arrays.toString(index(i, expected.shape()));
            return new Difference(element(expected, i) + place, element(got, i) + count(expected, got, within));
        }
        return null;
    }

    private static String count(Tensor expected, Tensor got, double within) {
        int wrong = 0;
        for (int i = 0; i < got.size(); i++) if (!same(expected, got, i, within)) wrong++;
        return wrong == 1 ? "" : "; " + wrong + " of " + got.size() + " elements differ";
    }

    private static boolean same(Tensor a, Tensor b, int i, double within) {
        // A NaN is not within anything.
        if (a instanceof Tensor.Floats(_, var x) && b instanceof Tensor.Floats(_, var y)) return x[i] == y[i] || Math.abs((double) x[i] - y[i]) <= within;
        return integer(a, i) == integer(b, i);
    }

    private static long integer(Tensor t, int i) {
        return switch (t) {
            case Tensor.Ints(_, var data) -> data[i];
            case Tensor.Longs(_, var data) -> data[i];
            case Tensor.Floats _ -> throw new IllegalArgumentException("floats are no integers");
        };
    }

    private static String element(Tensor t, int i) {
        return t instanceof Tensor.Floats(_, var data) ? Float.toString(data[i]) : Long.toString(integer(t, i));
    }

    private static String kind(Tensor t) {
        return t instanceof Tensor.Floats ? "floats" : "integers";
    }

    private static int[] index(int element, int[] shape) {
        var index = new int[shape.length];
        for (int d = shape.length - 1; d >= 0; d--) {
            index[d] = element % shape[d];
            element /= shape[d];
        }
        return index;
    }
}
