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

/// `{"name" = %condition, ...}`, or nothing where there is none.
public final class AttributeConditions implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var values = new ArrayList<Unresolved>();
        var names = new ArrayList<Attribute>();
        if (in.tryLiteral("{")) {
            do {
                names.add(StringAttr.of(in.string()));
                in.literal("=");
                values.add(in.operand());
            } while (in.tryLiteral(","));
            in.literal("}");
        }
        in.operands(parts.get(0), values, Collections.<Type>nCopies(values.size(), HandleType.ATTRIBUTE));
        in.property(parts.get(1), new ArrayAttr(names));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var says = (Belonging.Attributes) op.op();
        for (int i = 0; i < op.operandCount(); i++) {
            out.append(i == 0 ? "{" : ", ").quoted(says.attributeValueNames().get(i)).append(" = ");
            out.value(op.operand(i));
        }
        if (op.operandCount() > 0) out.append("}");
    }
}
