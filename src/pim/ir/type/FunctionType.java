package pim.ir.type;

import java.util.List;
import pim.ir.AsmWriter;

/// `(i32, f32) -> i1`.
public record FunctionType(List<Type> inputs, List<Type> results) implements Type {
    @Override public void print(AsmWriter out) {
        out.append("(").list(inputs, out::type).append(") -> ");
        printResults(out, results);
    }

    /// The types behind an arrow: one bare unless it is a function type itself, else a list in parentheses.
    public static void printResults(AsmWriter out, List<Type> results) {
        if (results.size() == 1 && !(results.getFirst() instanceof FunctionType)) out.type(results.getFirst());
        else out.append("(").list(results, out::type).append(")");
    }

    @Override public String toString() {
        return text();
    }
}
