package pim.ir.attr;

import java.util.List;
import pim.ir.AsmWriter;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;

/// `[1, "a"]`.
public record ArrayAttr(List<Attribute> elements) implements Attribute {
    public static final ArrayAttr EMPTY = new ArrayAttr(List.of());

    public ArrayAttr {
        elements = List.copyOf(elements);
    }

    @Override public void print(AsmWriter out) {
        out.append("[");
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) out.append(", ");
            printElement(out, elements.get(i));
        }
        out.append("]");
    }

    /// A number of the type that is assumed where none is written goes without it.
    private static void printElement(AsmWriter out, Attribute element) {
        switch (element) {
            case IntegerAttr(var type, var value) when type.equals(IntegerType.I64) -> out.append(value);
            case FloatAttr(var type, var bits) when type == FloatType.F64 -> {
                var digits = FloatFormat.print(type, bits);
                out.append(digits);
                // Those in hexadecimal, without a type, would be an integer.
                if (digits.startsWith("0x")) out.append(" : f64");
            }
            default -> out.attribute(element);
        }
    }

    @Override public String toString() {
        return text();
    }
}
