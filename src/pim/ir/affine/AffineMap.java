package pim.ir.affine;

import java.util.List;
import java.util.stream.IntStream;
import pim.ir.AsmWriter;

/// `(d0, d1)[s0] -> (d0 + s0, d1)`.
public record AffineMap(int dims, int symbols, List<AffineExpr> results) {
    /// The map of no arguments to one constant.
    public static AffineMap constant(long value) {
        return new AffineMap(0, 0, List.of(AffineExpr.constant(value)));
    }

    public boolean isIdentity() {
        return symbols == 0 && results.size() == dims
            && IntStream.range(0, dims).allMatch(i -> results.get(i).equals(AffineExpr.dim(i)));
    }

    public void print(AsmWriter out) {
        printArguments(out, dims, symbols);
        out.append(" -> (").list(results, e -> e.print(out)).append(")");
    }

    static void printArguments(AsmWriter out, int dims, int symbols) {
        numbered(out.append("("), "d", dims).append(")");
        if (symbols > 0) numbered(out.append("["), "s", symbols).append("]");
    }

    private static AsmWriter numbered(AsmWriter out, String name, int count) {
        for (int i = 0; i < count; i++) out.append(i > 0 ? ", " : "").append(name).append(i);
        return out;
    }

    @Override public String toString() {
        return AsmWriter.text(this::print);
    }
}
