package pim.dialect.tile;

/// The part of a layer's weights that one `mvm` multiplies with (array group, AG, of the PIMCOMP papers): rows `[rowBegin, rowEnd)` and columns
/// `[colBegin, colEnd)` of the matrix that the convolution groups `[groupBegin, groupEnd)` make together, as [Unfolding] defines it.
public record ArrayGroup(long groupBegin, long groupEnd, long rowBegin, long rowEnd, long colBegin, long colEnd) {
    public long rows() {
        return rowEnd - rowBegin;
    }

    public long cols() {
        return colEnd - colBegin;
    }

    /// How many arrays of `arrayWidth` logical columns it takes; they stand side by side and share the input.
    public long arrays(long arrayWidth) {
        return Math.ceilDiv(cols(), arrayWidth);
    }

    /// Whether both have their place in the same matrix.
    boolean sameMatrix(ArrayGroup other) {
        return groupBegin == other.groupBegin && groupEnd == other.groupEnd;
    }

    @Override public String toString() {
        return "of " + range(groupBegin, groupEnd) + " rows " + range(rowBegin, rowEnd) + " cols " + range(colBegin, colEnd);
    }

    static String range(long begin, long end) {
        return "[" + begin + ", " + end + ")";
    }
}
