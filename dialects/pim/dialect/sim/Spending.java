package pim.dialect.sim;

import java.util.ArrayList;
import java.util.List;
import pim.define.AttributeCodec;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.dialect.sim.timing.Part;
import pim.ir.Operation;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.NamedAttribute;
import pim.ir.type.FloatType;

/// `local_memory 2.5, matrix_unit 130.0`: energy by part, pJ.
public final class Spending implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        var entries = new ArrayList<NamedAttribute>();
        do {
            var name = part(in);
            if (entries.stream().anyMatch(e -> e.name().equals(name))) throw in.failure("expected each part once, but got " + name + " again");
            entries.add(new NamedAttribute(name, FloatAttr.of(FloatType.F64, in.number())));
        } while (in.tryLiteral(","));
        in.property(parts.getFirst(), DictionaryAttr.of(entries));
    }

    private static String part(OpReader in) {
        var names = new ArrayList<String>();
        for (var part : Part.values()) {
            var name = AttributeCodec.spelling(part);
            if (in.tryLiteral(name)) return name;
            names.add(name);
        }
        throw in.failure("expected a part of the accelerator, " + String.join(", ", names));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        if (!(op.attribute(parts.getFirst()) instanceof DictionaryAttr spends)) return;
        boolean first = true;
        for (var entry : spends.entries()) {
            out.append(first ? "" : ", ").append(entry.name()).append(" ").append(entry.value() instanceof FloatAttr f ? Double.toString(f.value()) : "");
            first = false;
        }
    }
}
