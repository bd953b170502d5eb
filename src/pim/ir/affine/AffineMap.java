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
        out.append("(").list(IntStream.range(0, dims).boxed().toList(), i -> out.append("d").append(i)).append(")");
        if (symbols > 0) out.append("[").list(IntStream.range(0, symbols).boxed().toList(), i -> out.append("s").append(i)).append("]");
    }

    @Override public String toString() {
        return AsmWriter.text(this::print);
    }
}
