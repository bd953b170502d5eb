package pim.dialect.func;

import java.util.ArrayList;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.StringAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.attr.UnitAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.Type;

/// `private @name(%a: i32 {x = 1}) -> (i32 {y}) attributes {...} { ... }`.
public final class Signature implements CustomPart {
    @Override public void parse(OpReader in, List<String> parts) {
        for (var visibility : List.of("private", "public", "nested")) {
            if (in.tryLiteral(visibility)) in.property("sym_visibility", StringAttr.of(visibility));
        }
        in.property("sym_name", StringAttr.of(in.symbol()));
        var arguments = new ArrayList<OpReader.Argument>();
        var inputs = new ArrayList<Type>();
        var inputAttributes = new ArrayList<Attribute>();
        in.literal("(");
        while (!in.at(")")) {
            if (!inputs.isEmpty()) in.literal(",");
            var location = in.location();
            if (in.atOperand()) {
                var name = in.argumentName();
                in.literal(":");
                var type = in.type();
                inputs.add(type);
                inputAttributes.add(in.at("{") ? in.dictionary() : DictionaryAttr.EMPTY);
                arguments.add(new OpReader.Argument(name, type, in.optionalLocation(location)));
            } else {
                inputs.add(in.type());
                inputAttributes.add(in.at("{") ? in.dictionary() : DictionaryAttr.EMPTY);
            }
        }
        in.literal(")");
        var results = new ArrayList<Type>();
        var resultAttributes = new ArrayList<Attribute>();
        if (in.tryLiteral("->")) readResults(in, results, resultAttributes);
        in.property("function_type", new TypeAttr(new FunctionType(inputs, results)));
        setUnlessEmpty(in, "arg_attrs", inputAttributes);
        setUnlessEmpty(in, "res_attrs", resultAttributes);
        if (in.tryLiteral("attributes")) attributes(in, in.location(), in.dictionary());
        if (in.at("{")) {
            in.entryArguments(arguments);
            in.region("body");
        } else {
            in.noRegion("body");
        }
    }

    private static void attributes(OpReader in, Location at, DictionaryAttr attributes) {
        for (var inferred : List.of("sym_visibility", "sym_name", "function_type")) {
            if (attributes.get(inferred) != null) throw in.failure(at, "custom op 'func.func' '" + inferred
                + "' is an inferred attribute and should not be specified in the explicit attribute dictionary");
        }
        var own = attributes.get("no_inline");
        if (own != null) in.property("no_inline", own);
        in.attributes(attributes.with("no_inline", null));
    }

    private static void readResults(OpReader in, List<Type> results, List<Attribute> attributes) {
        if (!in.tryLiteral("(")) {
            results.add(in.type());
            attributes.add(DictionaryAttr.EMPTY);
            return;
        }
        while (!in.at(")")) {
            if (!results.isEmpty()) in.literal(",");
            results.add(in.type());
            attributes.add(in.at("{") ? in.dictionary() : DictionaryAttr.EMPTY);
        }
        in.literal(")");
    }

    private static void setUnlessEmpty(OpReader in, String name, List<Attribute> attributes) {
        if (attributes.stream().anyMatch(a -> !a.equals(DictionaryAttr.EMPTY))) in.property(name, new ArrayAttr(attributes));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var function = (Func.Function) op.op();
        function.symVisibility().ifPresent(v -> out.append(v).append(" "));
        out.append("@").keywordOrQuoted(function.symName().value()).append("(");
        var type = function.type();
        var region = out.region(op, "body");
        for (int i = 0; i < type.inputs().size(); i++) {
            if (i > 0) out.append(", ");
            if (!region.isEmpty()) out.value(region.entry().argument(i)).append(": ");
            out.type(type.inputs().get(i));
            out.dictionary(entry(function.argAttrs().orElse(null), i));
            if (!region.isEmpty()) out.location(region.entry().argument(i).location());
        }
        out.append(")");
        writeResults(out, type.results(), function.resAttrs().orElse(null));
        var attributes = function.noInline() ? op.attributes().with("no_inline", UnitAttr.UNIT) : op.attributes();
        if (!attributes.isEmpty()) {
            out.append(" attributes");
            out.dictionary(attributes);
        }
        if (!region.isEmpty()) {
            out.append(" ");
            out.region(region, false);
        }
    }

    private static void writeResults(OpWriter out, List<Type> results, ArrayAttr attributes) {
        if (results.isEmpty()) return;
        out.append(" -> ");
        boolean bare = results.size() == 1 && entry(attributes, 0).isEmpty() && !(results.getFirst() instanceof FunctionType);
        if (!bare) out.append("(");
        for (int i = 0; i < results.size(); i++) {
            if (i > 0) out.append(", ");
            out.type(results.get(i));
            out.dictionary(entry(attributes, i));
        }
        if (!bare) out.append(")");
    }

    private static DictionaryAttr entry(ArrayAttr attributes, int index) {
        return attributes != null && attributes.elements().get(index) instanceof DictionaryAttr d ? d : DictionaryAttr.EMPTY;
    }
}
