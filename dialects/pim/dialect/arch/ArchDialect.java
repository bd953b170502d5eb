package pim.dialect.arch;

import pim.define.Dialect;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.builtin.Builtin;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.attr.NamedAttribute;

/// The dialect of accelerator descriptions.
public record ArchDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Arch.class;
    }

    @Override public void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {
        if (!attribute.name().equals(Accelerator.ATTRIBUTE)) return;
        if (!op.has(Builtin.Module.class)) {
            diagnostics.error(op, "has the attribute '" + Accelerator.ATTRIBUTE
                + "', which only a module can have");
            return;
        }
        try {
            Accelerator.carriedBy(op, diagnostics);
        } catch (CompileFailure reported) {
            // All that is wrong with it has been said.
        }
    }
}
