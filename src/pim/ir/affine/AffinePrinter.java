package pim.ir.affine;

import java.util.function.IntFunction;
import pim.ir.AsmWriter;
import pim.ir.affine.AffineExpr.Binary;
import pim.ir.affine.AffineExpr.Constant;
import pim.ir.affine.AffineExpr.Dim;
import pim.ir.affine.AffineExpr.Kind;
import pim.ir.affine.AffineExpr.Symbol;

/// Writes affine expressions with MLIR's parentheses and its minus signs for negative coefficients.
final class AffinePrinter {
    private AffinePrinter() {}

    static void print(AffineExpr e, AsmWriter out, boolean tight, IntFunction<String> dims) {
        switch (e) {
            case Dim(var p) -> out.append(dims.apply(p));
            case Symbol(var p) -> out.append("s").append(p);
            case Constant(var v) -> out.append(v);
            case Binary b -> {
                if (tight) out.append("(");
                printBinary(b, out, dims);
                if (tight) out.append(")");
            }
        }
    }

    private static void printBinary(Binary e, AsmWriter out, IntFunction<String> dims) {
        if (e.kind() == Kind.MUL && e.right() instanceof Constant(var c) && c == -1) {
            out.append("-");
            print(e.left(), out, true, dims);
        } else if (e.kind() != Kind.ADD) {
            print(e.left(), out, true, dims);
            out.append(AffineExpr.spelling(e.kind()));
            print(e.right(), out, true, dims);
        } else if (e.right() instanceof Binary(var k, var x, Constant(var c)) && k == Kind.MUL && c < 0) {
            // a + b * -1 -> a - b, a + b * -c -> a - b * c
            print(e.left(), out, false, dims);
            out.append(" - ");
            print(x, out, c != -1 || x instanceof Binary(var inner, _, _) && inner == Kind.ADD, dims);
            if (c != -1) out.append(" * ").append(-c);
        } else if (e.right() instanceof Constant(var c) && c < 0) {
            print(e.left(), out, false, dims);
            out.append(" - ").append(-c);
        } else {
            print(e.left(), out, false, dims);
            out.append(" + ");
            print(e.right(), out, false, dims);
        }
    }
}
