package pim.dialect.graph;

import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.Op;
import pim.ir.Replacement;
import pim.ir.attr.Attribute;
import pim.rewrite.Canonicalizes;
import pim.rewrite.Inlines;
import pim.rewrite.Rewriter;

/// The dialect of networks.
public record GraphDialect() implements Dialect, Canonicalizes, Inlines {
    @Override public Class<? extends Op> ops() {
        return Graph.class;
    }

    @Override public String origin() {
        return "pim-translate --import-onnx";
    }

    @Override public Attribute readAttribute(String mnemonic, Reader reader) {
        return mnemonic.equals("activation") ? ActivationAttr.read(reader) : null;
    }

    @Override public Replacement canonicalize(Op op, Rewriter rw) {
        return CanonicalForm.of((Graph) op, rw);
    }
}
