package pim.ir.attr;

import pim.ir.AsmWriter;
import pim.ir.type.ShapedType;

/// `sparse<[[0, 0]], 1> : tensor<2x2xi32>`: the elements at `indices`, zero elsewhere.
public record SparseElementsAttr(ShapedType type, DenseElementsAttr indices, Attribute values) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("sparse<");
        if (indices.type().shape().elementCount() != 0) {
            indices.printElements(out, false);
            out.append(", ");
            switch (values) {
                case DenseElementsAttr numbers -> numbers.printElements(out, true);
                case DenseStringsAttr strings -> strings.printElements(out);
                default -> out.attribute(values);
            }
        }
        out.append("> : ").type(type);
    }

    @Override public String toString() {
        return text();
    }
}
