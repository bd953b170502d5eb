package pim.ir.type;

import pim.ir.AsmWriter;

/// `tensor<*xf32>`.
public record UnrankedTensorType(Type element) implements ShapedType {
    @Override public Shape shape() {
        return null;
    }

    @Override public void print(AsmWriter out) {
        out.append("tensor<*x").type(element).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
