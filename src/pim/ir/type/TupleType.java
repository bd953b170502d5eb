package pim.ir.type;

import java.util.List;
import pim.ir.AsmWriter;

/// `tuple<i32, f32>`.
public record TupleType(List<Type> elements) implements Type {
    @Override public void print(AsmWriter out) {
        out.append("tuple<").list(elements, out::type).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
