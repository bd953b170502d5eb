package pim.dialect.arch;

/// How cells, which hold numbers of at least zero, hold a weight with a sign.
public enum SignedWeights {
    /// `w + 2^(b-1)` is stored and the bias taken off the sum (ISAAC, ISCA 2016).
    OFFSET(1),
    /// A column for the positive and one for the negative part; their sums are subtracted.
    DIFFERENTIAL(2),
    /// Two's complement: the most significant slice counts negative.
    TWOS_COMPLEMENT(1);

    private final int columnsPerSlice;

    SignedWeights(int columnsPerSlice) {
        this.columnsPerSlice = columnsPerSlice;
    }

    /// Physical columns for one bit slice of a weight.
    public int columnsPerSlice() {
        return columnsPerSlice;
    }
}
