package pim.dialect.inst;

import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.Op;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// The dialect of programs of pseudo-instructions.
public record InstDialect() implements Dialect {
    @Override public Class<? extends Op> ops() {
        return Inst.class;
    }

    @Override public String origin() {
        return "convert-tile-to-inst";
    }

    @Override public Type readType(String mnemonic, Reader reader) {
        return mnemonic.equals(BufferType.BUFFER.mnemonic()) ? BufferType.BUFFER : null;
    }

    @Override public Attribute readAttribute(String mnemonic, Reader reader) {
        return switch (mnemonic) {
            case "group" -> GroupAttr.read(reader);
            case "fn" -> FnAttr.read(reader);
            default -> null;
        };
    }
}
