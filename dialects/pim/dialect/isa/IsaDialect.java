package pim.dialect.isa;

import pim.define.Dialect;
import pim.diagnose.Diagnostics;
import pim.dialect.builtin.Builtin;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.attr.NamedAttribute;

/// The dialect of machine instructions.
public record IsaDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Isa.class;
    }

    @Override public String origin() {
        return "convert-inst-to-isa";
    }

    @Override public void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
        if (!attribute.name().equals(Configuration.ATTRIBUTE)) return;
        if (!op.has(Builtin.Module.class)) {
            diagnostics.error(op, "has the attribute '" + Configuration.ATTRIBUTE + "', which only a module can have");
            return;
        }
        try {
            Configuration.of(attribute.value());
        } catch (IllegalArgumentException e) {
            diagnostics.error(op, "attribute '" + Configuration.ATTRIBUTE + "' " + e.getMessage());
        }
    }
}
