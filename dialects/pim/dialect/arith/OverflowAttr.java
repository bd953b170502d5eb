package pim.dialect.arith;

import java.util.ArrayList;
import pim.define.Reader;
import pim.ir.AsmWriter;
import pim.ir.attr.DialectAttr;

/// `#arith.overflow<nsw, nuw>`: whether the result may be taken to fit, as a signed number or an unsigned one. When it does not fit all the same, it
/// could be anything; here it is what is left of it in the bits there are.
public record OverflowAttr(boolean noSignedWrap, boolean noUnsignedWrap) implements DialectAttr {
    static final String MNEMONIC = "overflow";
    public static final OverflowAttr NONE = new OverflowAttr(false, false);

    @Override public String dialect() {
        return "arith";
    }

    @Override public String mnemonic() {
        return MNEMONIC;
    }

    /// Reads `<nsw, nuw>`.
    static OverflowAttr read(Reader in) {
        boolean signed = false, unsigned = false;
        in.literal("<");
        do {
            if (in.tryLiteral("nsw")) signed = true;
            else if (in.tryLiteral("nuw")) unsigned = true;
            else if (!in.tryLiteral("none")) throw in.failure("expected one of none, nsw, nuw");
        } while (in.tryLiteral(","));
        in.literal(">");
        return new OverflowAttr(signed, unsigned);
    }

    @Override public void printParameters(AsmWriter out) {
        var flags = new ArrayList<String>();
        if (noSignedWrap) flags.add("nsw");
        if (noUnsignedWrap) flags.add("nuw");
        out.append("<").append(flags.isEmpty() ? "none" : String.join(", ", flags)).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
