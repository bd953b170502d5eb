package pim.dialect.arith;

import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;

/// `overflow<nsw>`, or nothing where nothing is promised.
public final class Overflow implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        in.property(parts.getFirst(), in.tryLiteral(OverflowAttr.MNEMONIC) ? OverflowAttr.read(in) : OverflowAttr.NONE);
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        if (!(op.attribute(parts.getFirst()) instanceof OverflowAttr flags) || flags.equals(OverflowAttr.NONE)) return;
        out.append(" ").append(OverflowAttr.MNEMONIC);
        flags.printParameters(out);
    }
}
