package pim.dialect.inst;

import pim.define.Reader;
import pim.dialect.tile.ArrayGroup;
import pim.dialect.tile.Unfolding;
import pim.ir.AsmWriter;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DialectAttr;
import pim.ir.type.IntegerType;

/// `#inst.group<dense_resource<w> : tensor<16x3x3x3xi16> groups 1 of 0 to 1 rows 0 to 27 cols 0 to 16 sums i64>`: an array group of a core,
/// the part of a layer's weights that it holds.
///
/// @param weights in the order output, input, kernel row, kernel column, of the width of the inputs that they meet
/// @param groups  convolution groups of the layer
/// @param part    which rows and columns of which matrix, see [Unfolding]
/// @param sums    what the sums are kept in, wide enough that none overflows
public record GroupAttr(DenseResourceAttr weights, long groups, ArrayGroup part, IntegerType sums) implements DialectAttr {
    static GroupAttr read(Reader in) {
        in.literal("<");
        if (!(in.attribute() instanceof DenseResourceAttr weights)) throw in.failure("expected the dense_resource of the weights");
        var shape = weights.type().shape();
        if (shape == null || shape.rank() != 4 || !shape.isStatic() || Width.ofElement(weights.type().element()) < 0) {
            throw in.failure("expected weights of shape output x input x kernel row x kernel column of integers, but got " + weights.type());
        }
        if (!shape.fitsAnArray()) throw in.failure("expected at most " + Integer.MAX_VALUE + " weights, but got " + weights.type());
        in.literal("groups");
        long groups = in.integer();
        if (groups < 1 || shape.extent(0) % groups != 0) {
            throw in.failure("expected groups that divide the outputs of " + weights.type() + ", but got " + groups);
        }
        long[] of = range(in, "of"), rows = range(in, "rows"), cols = range(in, "cols");
        in.literal("sums");
        if (!(in.type() instanceof IntegerType sums) || sums.width() != 32 && sums.width() != 64) throw in.failure("expected sums in i32 or i64");
        in.literal(">");
        var group = new GroupAttr(weights, groups, new ArrayGroup(of[0], of[1], rows[0], rows[1], cols[0], cols[1]), sums);
        long n = of[1] - of[0];
        within(in, "convolution groups", of, groups);
        within(in, "rows", rows, group.unfolding().rows(n));
        within(in, "columns", cols, group.unfolding().cols(n));
        return group;
    }

    private static long[] range(Reader in, String keyword) {
        in.literal(keyword);
        long begin = in.integer();
        in.literal("to");
        return new long[] {begin, in.integer()};
    }

    private static void within(Reader in, String what, long[] range, long limit) {
        if (range[0] >= 0 && range[0] < range[1] && range[1] <= limit) return;
        throw in.failure("expected " + what + " within [0, " + limit + "), but got [" + range[0] + ", " + range[1] + ")");
    }

    public Unfolding unfolding() {
        var shape = weights.type().shape();
        return new Unfolding(shape.extent(0) / groups, shape.extent(1), shape.extent(2), shape.extent(3), groups);
    }

    public int weightBits() {
        return inputWidth() * Byte.SIZE;
    }

    /// Bytes of one input element.
    public int inputWidth() {
        return Width.ofElement(weights.type().element());
    }

    public long inputBytes() {
        return part.rows() * inputWidth();
    }

    public long sumBytes() {
        return part.cols() * sums.width() / Byte.SIZE;
    }

    @Override public String dialect() {
        return "inst";
    }

    @Override public String mnemonic() {
        return "group";
    }

    @Override public void printParameters(AsmWriter out) {
        out.append("<").attribute(weights).append(" groups ").append(groups);
        print(out, " of ", part.groupBegin(), part.groupEnd());
        print(out, " rows ", part.rowBegin(), part.rowEnd());
        print(out, " cols ", part.colBegin(), part.colEnd());
        out.append(" sums ").type(sums).append(">");
    }

    private static void print(AsmWriter out, String keyword, long begin, long end) {
        out.append(keyword).append(begin).append(" to ").append(end);
    }

    @Override public String toString() {
        return text();
    }
}
