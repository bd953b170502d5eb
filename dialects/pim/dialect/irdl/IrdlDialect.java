package pim.dialect.irdl;

import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.Op;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// MLIR's dialect in which dialects are defined.
public record IrdlDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Irdl.class;
    }

    @Override public Type readType(String mnemonic, Reader reader) {
        return switch (mnemonic) {
            case "attribute" -> HandleType.ATTRIBUTE;
            case "region" -> HandleType.REGION;
            default -> null;
        };
    }

    @Override public Attribute readAttribute(String mnemonic, Reader reader) {
        return switch (mnemonic) {
            case "variadicity" -> Variadicity.VariadicityAttr.read(reader);
            case "variadicity_array" -> Variadicity.VariadicityArrayAttr.read(reader);
            default -> null;
        };
    }
}
