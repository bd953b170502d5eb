package pim.ir.type;

import pim.ir.AsmWriter;

/// `vector<4x[8]xf32>`. Bit `i` of `scalable` says that extent `i` is a multiple of a number known at run time.
public record VectorType(Shape shape, long scalable, Type element) implements ShapedType {
    @Override public void print(AsmWriter out) {
        out.append("vector<");
        shape.print(out, scalable);
        out.type(element).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
