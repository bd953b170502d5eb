package pim.ir.type;

import java.util.Arrays;
import pim.ir.AsmWriter;

/// The extents of a shaped type, each either known or [#DYNAMIC].
public final class Shape {
    /// An extent that is not known, `?` in text.
    public static final long DYNAMIC = Long.MIN_VALUE;
    public static final Shape SCALAR = new Shape();

    private final long[] extents;

    private Shape(long... extents) {
        this.extents = extents;
    }

    public static Shape of(long... extents) {
        return extents.length == 0 ? SCALAR : new Shape(extents.clone());
    }

    public static Shape of(int... extents) {
        return new Shape(Arrays.stream(extents).asLongStream().toArray());
    }

    public int rank() {
        return extents.length;
    }

    public long extent(int axis) {
        return extents[axis];
    }

    public boolean isDynamic(int axis) {
        return extents[axis] == DYNAMIC;
    }

    public boolean isStatic() {
        for (long e : extents) if (e == DYNAMIC) return false;
        return true;
    }

    /// The number of elements of a static shape; `Long.MAX_VALUE` where there are that many and more.
    public long elementCount() {
        long count = 1;
        for (long e : extents) {
            if (e == 0) return 0;
            count = count > Long.MAX_VALUE / e ? Long.MAX_VALUE : count * e;
        }
        return count;
    }

    /// Whether there are no elements in it: an extent is zero.
    public boolean isEmpty() {
        return Arrays.stream(extents).anyMatch(e -> e == 0);
    }

    /// Whether an array can hold the elements of a static shape.
    public boolean fitsAnArray() {
        return Arrays.stream(extents).asDoubleStream().reduce(1, (a, b) -> a * b) <= Integer.MAX_VALUE
            && Arrays.stream(extents).allMatch(e -> e <= Integer.MAX_VALUE);
    }

    /// The extents of a static shape that fits in memory.
    public int[] toInts() {
        return Arrays.stream(extents).mapToInt(Math::toIntExact).toArray();
    }

    public long[] toLongs() {
        return extents.clone();
    }

    /// Writes `4x?x`, as it stands before an element type; an axis of which `scalable` is true stands in brackets.
    void print(AsmWriter out, long scalable) {
        for (int i = 0; i < extents.length; i++) {
            boolean brackets = (scalable >> i & 1) != 0;
            if (brackets) out.append("[");
            if (extents[i] == DYNAMIC) out.append("?");
            else out.append(extents[i]);
            out.append(brackets ? "]x" : "x");
        }
    }

    public void print(AsmWriter out) {
        print(out, 0);
    }

    @Override public boolean equals(Object o) {
        return o instanceof Shape other && Arrays.equals(extents, other.extents);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(extents);
    }

    @Override public String toString() {
        return AsmWriter.text(this::print);
    }
}
