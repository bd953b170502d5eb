package pim.dialect.irdl.export;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pim.define.AttributeCodec;
import pim.define.Constraint;
import pim.define.Names;
import pim.define.OpDefinition;
import pim.define.Part.Arity;
import pim.define.Part.Kind;
import pim.define.Part;
import pim.define.SymbolName;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.StringAttr;

/// Writes `irdl.operation` for one op.
final class OperationText {
    private final OpDefinition definition;
    private final IrdlExport export;
    /// What IRDL cannot say, by the part it is about.
    private final Map<String, String> comments = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();
    private int variables;
    /// What all operands and results stand for where they are of one type.
    private String shared;

    OperationText(OpDefinition definition, IrdlExport export) {
        this.definition = definition;
        this.export = export;
    }

    String text() {
        list("operands", Kind.OPERAND);
        if (definition.infersResults()) inferredResult();
        else list("results", Kind.RESULT);
        attributes();
        regions();
        unsaid();
        var mnemonic = definition.name().substring(definition.dialect().length() + 1);
        var unsaid = new StringBuilder();
        comments.forEach((about, what) -> unsaid.append("  // ").append(about).append(what).append('\n'));
        return unsaid + "  irdl.operation @" + mnemonic + (body.isEmpty() ? "\n" : " {\n" + body + "  }\n");
    }

    private void list(String list, Kind kind) {
        var items = new ArrayList<String>();
        for (var part : definition.parts(kind)) {
            var arity = switch (part.arity()) {
                case ONE -> "";
                case OPTIONAL -> "optional ";
                case VARIADIC -> "variadic ";
            };
            if (part.arity() == Arity.VARIADIC) comment(part, "may be of several types");
            items.add(name(part) + ": " + arity + value(part));
        }
        if (!items.isEmpty()) line("irdl." + list + "(" + String.join(", ", items) + ")");
    }

    /// An op that infers its results has one, or none when it does not say how it does that.
    private void inferredResult() {
        boolean none = !definition.has(Traits.SameType.class) && declares(Op.class, "inferResultTypes");
        if (none) return;
        if (shared == null) comment("its result is of the type that follows from its other parts");
        line("irdl.results(result: " + (shared != null ? shared : define("any")) + ")");
    }

    /// The variable for the type of an operand or result.
    private String value(Part part) {
        if (shared != null) return shared;
        var variable = type(part);
        if (definition.has(Traits.SameType.class)) shared = variable;
        return variable;
    }

    private String type(Part part) {
        var constraint = part.constraint();
        if (constraint == null) return define("any");
        var cases = export.cases(constraint.classes());
        if (cases == null || looksFurther(constraint)) comment(part, constraint.description());
        return cases == null || cases.isEmpty() ? define("any") : anyOf(cases);
    }

    /// Whether the constraint looks at more than the class.
    private static boolean looksFurther(Constraint constraint) {
        try {
            return constraint.getClass().getMethod("accepts", pim.ir.type.Type.class).getDeclaringClass() != Constraint.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes() {
        var items = new ArrayList<String>();
        for (var part : definition.parts(Kind.ATTRIBUTE)) {
            export.mention(part.javaType());
            if (part.arity() == Arity.ONE) items.add("\"" + part.name() + "\" = " + attribute(part));
            else comment(part, "not always there; if it is, " + part.codec().description());
            if (part.constraint() != null) comment(part, part.constraint().description());
        }
        if (!items.isEmpty()) line("irdl.attributes {" + String.join(", ", items) + "}");
    }

    private String attribute(Part part) {
        if (part.javaType() instanceof Class<?> c && c.isEnum()) {
            return anyOf(Arrays.stream(c.getEnumConstants()).map(word -> "is \"" + AttributeCodec.spelling(word) + "\"").toList());
        }
        if (part.javaType() == Attribute.class) return define("any");
        var kind = kept(part.javaType());
        var cases = export.cases(List.of(kind));
        if (cases == null || kind == IntegerAttr.class || kind == FloatAttr.class || kind == ArrayAttr.class || kind == DenseArrayAttr.class) {
            comment(part, part.codec().description());
        }
        return cases == null ? define("any") : anyOf(cases);
    }

    /// The class of attributes that a component of the Java type is kept as.
    private static Class<?> kept(Type javaType) {
        if (!(javaType instanceof Class<?> c)) return ArrayAttr.class;
        if (Attribute.class.isAssignableFrom(c)) return c;
        if (c == String.class || c == SymbolName.class) return StringAttr.class;
        if (c == long[].class) return DenseArrayAttr.class;
        return c == double.class || c == Double.class || c == float.class || c == Float.class ? FloatAttr.class : IntegerAttr.class;
    }

    private void regions() {
        var parts = definition.parts(Kind.REGION);
        if (parts.isEmpty()) return;
        var items = new ArrayList<String>();
        for (var part : parts) {
            if (part.arity() != Arity.ONE) comment(part, "any number of regions");
            items.add(name(part) + ": " + define(definition.has(Traits.SingleBlock.class) ? "region with size 1" : "region"));
        }
        line("irdl.regions(" + String.join(", ", items) + ")");
        if (definition.has(Traits.NoTerminator.class)) {
            comment("its blocks need no terminator; mlir-opt demands one of every op that is defined in IRDL, so `pim-opt --print-irdl-form` writes one");
        }
    }

    private void unsaid() {
        var traits = definition.traits().stream().filter(t -> t != Traits.SameType.class && t != Traits.SingleBlock.class)
            .map(Class::getSimpleName).collect(Collectors.joining(", "));
        if (!traits.isEmpty()) comment("traits: " + traits);
        if (!definition.parts(Kind.SUCCESSOR).isEmpty()) comment("it has successors");
        if (!declares(Op.class, "verify", Operation.class)) comment("more is verified by code");
    }

    private boolean declares(Class<?> owner, String method, Class<?>... parameters) {
        try {
            return definition.record().getMethod(method, parameters).getDeclaringClass() == owner;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The name of an operand, result or region as IRDL allows it.
    private static String name(Part part) {
        return Names.snake(part.name());
    }

    private void comment(Part part, String what) {
        comments.merge(part.name() + ": ", what, (before, more) -> before + ", " + more);
    }

    private void comment(String what) {
        comments.put(what, "");
    }

    private String anyOf(List<String> conditions) {
        if (conditions.size() == 1) return define(conditions.getFirst());
        return define("any_of(" + conditions.stream().map(this::define).collect(Collectors.joining(", ")) + ")");
    }

    private String define(String condition) {
        var variable = "%" + variables++;
        line(variable + " = irdl." + condition);
        return variable;
    }

    private void line(String line) {
        body.append("    ").append(line).append('\n');
    }
}
