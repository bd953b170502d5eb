package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.affine.IntegerSet;

/// `affine_set<(d0) : (d0 >= 0)>`.
public record IntegerSetAttr(IntegerSet value) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("affine_set<");
        value.print(out);
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
