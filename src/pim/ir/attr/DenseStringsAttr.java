package pim.ir.attr;

import java.util.List;
import pim.ir.AsmWriter;
import pim.ir.type.ShapedType;

/// `dense<["a", "b"]> : tensor<2x!dialect.string>`; one value stands for all.
public record DenseStringsAttr(ShapedType type, List<String> values) implements Attribute {
    @Override public void print(AsmWriter out) {
        out.append("dense<");
        printElements(out);
        out.append("> : ").type(type);
    }

    /// What stands between the angle brackets.
    public void printElements(AsmWriter out) {
        if (values.size() == 1) out.quoted(values.getFirst());
        else if (!values.isEmpty()) NestedList.print(out, type.shape(), i -> out.quoted(values.get(i)));
    }

    @Override public String toString() {
        return text();
    }
}
