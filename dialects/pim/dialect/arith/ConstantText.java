package pim.dialect.arith;

import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DenseStringsAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.SparseElementsAttr;
import pim.ir.attr.StringAttr;
import pim.ir.type.Type;

/// `{x} 1 : i32`: the attributes that others put on the constant, and what it is, whose type is that of the result.
public final class ConstantText implements CustomPart {
    /// The type that is written with the value, or null for one without.
    static Type typeOf(Attribute value) {
        return switch (value) {
            case IntegerAttr a -> a.type();
            case FloatAttr a -> a.type();
            case DenseElementsAttr a -> a.type();
            case DenseResourceAttr a -> a.type();
            case DenseStringsAttr a -> a.type();
            case SparseElementsAttr a -> a.type();
            case StringAttr a -> a.type();
            case OpaqueAttr a -> a.type();
            default -> null;
        };
    }

    @Override public void parse(OpReader in, List<String> parts) {
        if (in.at("{")) in.attributes(in.dictionary());
        var value = in.attribute();
        if (typeOf(value) == null) throw in.failure("expected a value that has a type before this");
        in.property(parts.getFirst(), value);
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        if (!op.attributes().isEmpty()) out.attribute(op.attributes()).append(" ");
        out.attribute(op.attribute(parts.getFirst()));
    }
}
