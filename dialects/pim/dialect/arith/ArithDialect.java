package pim.dialect.arith;

import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.Op;
import pim.ir.attr.Attribute;
import pim.rewrite.Inlines;

/// The dialect of integer arithmetic.
public record ArithDialect() implements Dialect, Inlines {
    @Override public Class<? extends Op> ops() {
        return Arith.class;
    }

    @Override public boolean isPartial() {
        return true;
    }

    @Override public Attribute readAttribute(String mnemonic, Reader reader) {
        return mnemonic.equals(OverflowAttr.MNEMONIC) ? OverflowAttr.read(reader) : null;
    }
}
