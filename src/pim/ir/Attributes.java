package pim.ir;

import java.util.function.Consumer;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DictionaryAttr;

/// All attributes that an operation carries, wherever in others they stand.
public final class Attributes {
    private Attributes() {}

    /// Gives `visitor` the attributes of `op` and those within them, but not those of the operations in its regions.
    public static void visit(Operation op, Consumer<Attribute> visitor) {
        // What an attribute holds is what it writes.
        var writer = new AsmWriter(new StringBuilder()) {
            @Override public AsmWriter attribute(Attribute attribute) {
                visitor.accept(attribute);
                if (!(attribute instanceof DenseElementsAttr || attribute instanceof DenseArrayAttr)) attribute.print(this);
                clear();
                return this;
            }
        };
        if (op.propertiesAttribute() instanceof DictionaryAttr own) for (var entry : own.entries()) writer.attribute(entry.value());
        else if (op.propertiesAttribute() != null) writer.attribute(op.propertiesAttribute());
        for (var entry : op.attributes().entries()) writer.attribute(entry.value());
    }
}
