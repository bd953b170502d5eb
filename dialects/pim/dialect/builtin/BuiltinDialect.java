package pim.dialect.builtin;

import pim.define.Dialect;
import pim.dialect.builtin.Builtin.UnrealizedConversionCast;
import pim.ir.Op;
import pim.ir.Replacement;
import pim.rewrite.Canonicalizes;
import pim.rewrite.Inlines;
import pim.rewrite.Rewriter;

/// The dialect of modules.
public record BuiltinDialect() implements Dialect, Canonicalizes, Inlines {
    @Override public Class<? extends Op> ops() {
        return Builtin.class;
    }

    @Override public Replacement canonicalize(Op op, Rewriter rw) {
        return switch ((Builtin) op) {
            case UnrealizedConversionCast cast -> cast.shortcut();
            case Builtin.Module _ -> null;
        };
    }
}
