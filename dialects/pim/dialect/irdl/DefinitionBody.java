package pim.dialect.irdl;

import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;

/// The body of a definition, which is not written when there is nothing in it.
public final class DefinitionBody implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        if (in.at("{")) in.region(parts.getFirst());
        else in.emptyBlock(parts.getFirst());
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var region = out.region(op, parts.getFirst());
        if (!region.entry().isEmpty()) out.region(region, true);
    }
}
