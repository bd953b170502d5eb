package pim.dialect.quant;

import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.Op;
import pim.ir.type.Type;

/// The part of MLIR's `quant` dialect that fixed-point numbers need. What else there is passes through where unregistered dialects do.
public record QuantDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Quant.class;
    }

    @Override public boolean isPartial() {
        return true;
    }

    @Override public boolean knowsType(String mnemonic, String parameters) {
        return UniformType.isWritten(parameters);
    }

    @Override public Type readType(String mnemonic, Reader reader) {
        return mnemonic.equals("uniform") ? UniformType.read(reader) : null;
    }
}
