package pim.dialect.cf;

import pim.define.Dialect;
import pim.ir.Op;
import pim.ir.Replacement;
import pim.rewrite.Canonicalizes;
import pim.rewrite.Inlines;
import pim.rewrite.Rewriter;

/// The dialect of control flow between blocks.
public record CfDialect() implements Dialect, Canonicalizes, Inlines {
    @Override public Class<? extends Op> ops() {
        return Cf.class;
    }

    @Override public Replacement canonicalize(Op op, Rewriter rw) {
        return CanonicalForm.of((Cf) op, rw);
    }
}
