package pim.dialect.graph;

import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.Op;
import pim.ir.attr.Attribute;

/// The dialect of networks.
public record GraphDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Graph.class;
    }

    @Override public Attribute readAttribute(String mnemonic, Reader reader) {
        return mnemonic.equals("activation") ? ActivationAttr.read(reader) : null;
    }
}
