package pim.define.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pim.define.Annotations;
import pim.define.Format;
import pim.define.OpDefinition;
import pim.define.Part;
import pim.ir.Op;

/// The custom form of an op: its directives in order, and the names of the components that they show.
public record AssemblyFormat(List<Directive> directives, Set<String> shown) {
    private static final ClassValue<AssemblyFormat> BY_RECORD = new ClassValue<>() {
        @Override protected AssemblyFormat computeValue(Class<?> record) {
            var format = Annotations.of(record, Format.class);
            return format == null ? null : new FormatParser(OpDefinition.of(record.asSubclass(Op.class)), format).parse();
        }
    };

    /// The format of the op, or null when it has the generic form only.
    public static AssemblyFormat of(OpDefinition definition) {
        return BY_RECORD.get(definition.record());
    }

    static AssemblyFormat of(List<Directive> directives) {
        var shown = new HashSet<String>();
        collect(directives, shown);
        return new AssemblyFormat(directives, shown);
    }

    private static void collect(List<Directive> directives, Set<String> shown) {
        for (var directive : directives) {
            switch (directive) {
                case Directive.Variable(Part part) -> shown.add(part.name());
                case Directive.Custom(_, var parts) -> shown.addAll(parts);
                case Directive.Group(var then, var otherwise, var anchor) -> {
                    collect(then, shown);
                    collect(otherwise, shown);
                    collect(new ArrayList<>(List.of(anchor)), shown);
                }
                default -> {}
            }
        }
    }
}
