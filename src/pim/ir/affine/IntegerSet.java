package pim.ir.affine;

import java.util.List;
import pim.ir.AsmWriter;

/// `(d0)[s0] : (d0 - s0 >= 0, d0 == 0)`. Where nothing is asked, `0 == 0` is.
public record IntegerSet(int dims, int symbols, List<Constraint> constraints) {
    /// `expression == 0`, or `>= 0` when it is not an equality.
    public record Constraint(AffineExpr expression, boolean equality) {}

    public void print(AsmWriter out) {
        AffineMap.printArguments(out, dims, symbols);
        out.append(" : (").list(constraints, c -> {
            c.expression().print(out);
            out.append(c.equality() ? " == 0" : " >= 0");
        }).append(")");
    }

    @Override public String toString() {
        return AsmWriter.text(this::print);
    }
}
