package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.affine.AffineMap;

/// `affine_map<(d0) -> (d0 * 2)>`.
public record AffineMapAttr(AffineMap value) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("affine_map<");
        value.print(out);
        out.append(">");
    }

    @Override public String toString() {
        return text();
    }
}
