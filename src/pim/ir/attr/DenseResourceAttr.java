package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.ShapedType;

/// `dense_resource<key> : tensor<4xf32>`: elements kept outside the text under a name.
public record DenseResourceAttr(String key, ShapedType type) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("dense_resource<").keywordOrQuoted(key).append("> : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
