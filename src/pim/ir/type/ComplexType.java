package pim.ir.type;

import pim.ir.AsmWriter;

/// `complex<f32>`.
public record ComplexType(Type element) implements Type {
    @Override public void print(AsmWriter out) {
        out.append("complex<").type(element).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
