package pim.dialect.irdl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader.Unresolved;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.StringAttr;
import pim.ir.type.Type;

/// `(name: %value, name: optional %value)`: values, their names and, where there is a third component, their variadicities.
public class NamedValues implements CustomPart {
    private final Type type;

    NamedValues() {
        this(HandleType.ATTRIBUTE);
    }

    private NamedValues(Type type) {
        this.type = type;
    }

    /// The same of regions.
    public static final class NamedRegions extends NamedValues {
        NamedRegions() {
            super(HandleType.REGION);
        }
    }

    @Override public void parse(OpReader in, List<String> parts) {
        var values = new ArrayList<Unresolved>();
        var names = new ArrayList<Attribute>();
        var variadicities = new ArrayList<Variadicity>();
        boolean varies = parts.size() > 2;
        in.literal("(");
        while (!in.at(")")) {
            if (!values.isEmpty()) in.literal(",");
            names.add(StringAttr.of(in.keyword()));
            in.literal(":");
            var variadicity = varies ? Variadicity.tryRead(in) : null;
            variadicities.add(variadicity == null ? Variadicity.SINGLE : variadicity);
            values.add(in.operand());
        }
        in.literal(")");
        in.operands(parts.get(0), values, Collections.nCopies(values.size(), type));
        in.property(parts.get(1), new ArrayAttr(names));
        if (varies) in.property(parts.get(2), new Variadicity.VariadicityArrayAttr(List.copyOf(variadicities)));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var says = (Belonging.Named) op.op();
        var variadicities = parts.size() > 2 ? ((Variadicity.VariadicityArrayAttr) op.attribute(parts.get(2))).values() : null;
        out.append("(");
        for (int i = 0; i < op.operandCount(); i++) {
            out.append(i == 0 ? "" : ", ").append(says.names().get(i)).append(": ");
            if (variadicities != null && variadicities.get(i) != Variadicity.SINGLE) out.append(variadicities.get(i) + " ");
            out.value(op.operand(i));
        }
        out.append(")");
    }
}
