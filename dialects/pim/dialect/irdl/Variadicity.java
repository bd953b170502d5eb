package pim.dialect.irdl;

import java.util.ArrayList;
import java.util.List;
import pim.define.AttributeCodec;
import pim.define.Reader;
import pim.ir.AsmWriter;
import pim.ir.attr.DialectAttr;

/// How many operands (or results) an item of the list stands for: one, one or none, or any number.
public enum Variadicity {
    SINGLE, OPTIONAL, VARIADIC;

    @Override public String toString() {
        return AttributeCodec.spelling(this);
    }

    /// Reads the word when it stands next; null when another does.
    static Variadicity tryRead(Reader reader) {
        for (var value : values()) if (reader.tryLiteral(value.toString())) return value;
        return null;
    }

    private static Variadicity read(Reader reader) {
        var value = tryRead(reader);
        if (value == null) throw reader.failure("expected one of single, optional, variadic");
        return value;
    }

    /// `#irdl<variadicity single>`.
    public record VariadicityAttr(Variadicity value) implements DialectAttr {
        static VariadicityAttr read(Reader reader) {
            return new VariadicityAttr(Variadicity.read(reader));
        }

        @Override public String dialect() {
            return "irdl";
        }

        @Override public String mnemonic() {
            return "variadicity";
        }

        @Override public void print(AsmWriter out) {
            out.append("#irdl<variadicity ").append(value.toString()).append(">");
        }

        @Override public String toString() {
            return text();
        }
    }

    /// `#irdl<variadicity_array[ single,  optional]>`, with the spaces that MLIR puts there.
    public record VariadicityArrayAttr(List<Variadicity> values) implements DialectAttr {
        static VariadicityArrayAttr read(Reader reader) {
            var values = new ArrayList<Variadicity>();
            reader.literal("[");
            while (!reader.at("]")) {
                if (!values.isEmpty()) reader.literal(",");
                values.add(Variadicity.read(reader));
            }
            reader.literal("]");
            return new VariadicityArrayAttr(List.copyOf(values));
        }

        @Override public String dialect() {
            return "irdl";
        }

        @Override public String mnemonic() {
            return "variadicity_array";
        }

        @Override public void print(AsmWriter out) {
            out.append("#irdl<variadicity_array[").list(values, value -> out.append(" ").append(value.toString())).append("]>");
        }

        @Override public String toString() {
            return text();
        }
    }
}
