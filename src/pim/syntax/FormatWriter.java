package pim.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import pim.define.OpDefinition;
import pim.define.OpView;
import pim.define.Part.Arity;
import pim.define.Part.Kind;
import pim.define.Part;
import pim.define.SymbolName;
import pim.define.format.AssemblyFormat;
import pim.define.format.Directive;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.FloatFormat;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.NamedAttribute;
import pim.ir.attr.StringAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.Type;
import pim.syntax.PrintOptions.Flag;

/// Writes an operation as its format says, with MLIR's rules of where a space goes.
final class FormatWriter {
    private final OpWriter out;
    private final Operation op;
    private final OpDefinition definition;
    private final AssemblyFormat format;
    private boolean space = true, punctuation;

    private FormatWriter(OpWriter out, Operation op, OpDefinition definition, AssemblyFormat format) {
        this.out = out;
        this.op = op;
        this.definition = definition;
        this.format = format;
    }

    /// Null when the operation is written in its generic form.
    static FormatWriter of(OpWriter out, Operation op, PrintOptions options) {
        if (options.has(Flag.GENERIC) || !(op.kind() instanceof OpDefinition definition) || op.op() == null) return null;
        var format = AssemblyFormat.of(definition);
        return format == null ? null : new FormatWriter(out, op, definition, format);
    }

    /// Writes what stands behind the operation's name.
    void write() {
        write(format.directives());
    }

    private void write(List<Directive> directives) {
        for (var directive : directives) write(directive);
    }

    private void write(Directive directive) {
        switch (directive) {
            case Directive.Literal(var text) -> literal(text);
            case Directive.Space(var written) -> {
                if (written) out.append(" ");
                space = false;
                punctuation = true;
            }
            case Directive.NewLine _ -> {
                out.newLine();
                space = false;
                punctuation = true;
            }
            case Directive.Variable(var part) -> variable(part);
            case Directive.TypeOf(var part) -> types(part == null ? op.resultTypes() : types(part));
            case Directive.Operands _ -> {
                separate();
                out.list(op.operands(), out::value);
            }
            case Directive.OperandTypes _ -> types(Value.types(op.operands()));
            case Directive.ResultTypes _ -> types(op.resultTypes());
            case Directive.FunctionalType(var inputs) -> {
                separate();
                out.type(new FunctionType(inputs == null ? Value.types(op.operands()) : types(inputs), op.resultTypes()));
            }
            case Directive.AttrDict(var keyword) -> {
                var rest = rest();
                if (!rest.isEmpty() && keyword) out.append(" attributes");
                out.dictionary(rest);
            }
            case Directive.PropDict _ -> {
                separate();
                out.append("<").attribute(op.properties()).append(">");
            }
            case Directive.Regions _ -> {
                for (var region : op.regions()) {
                    separate();
                    out.region(region, true);
                }
            }
            case Directive.Successors _ -> {
                separate();
                out.list(op.successors(), out::successor);
            }
            case Directive.Custom(var custom, var parts) -> {
                separate();
                custom.print(out, op, parts);
            }
            case Directive.Group(var then, var otherwise, var anchor) -> write(isPresent(anchor) ? then : otherwise);
        }
    }

    private void literal(String text) {
        char first = text.charAt(0);
        boolean single = text.length() == 1;
        boolean before = !single && !text.equals("->") || (punctuation ? ">)}],".indexOf(first) < 0 : "<>(){}[],".indexOf(first) < 0);
        if (space && before) out.append(" ");
        out.append(text);
        space = !single || "<({[".indexOf(first) < 0;
        punctuation = first != '_' && !Character.isLetter(first);
    }

    private void separate() {
        if (space || !punctuation) out.append(" ");
        space = true;
        punctuation = false;
    }

    private void types(List<Type> types) {
        separate();
        out.list(types, out::type);
    }

    private List<Type> types(Part part) {
        return part.kind() == Kind.OPERAND ? Value.types(operands(part)) : OpView.resultTypes(definition, part, op);
    }

    private List<Value> operands(Part part) {
        return OpView.operands(definition, part, op);
    }

    private boolean isPresent(Directive anchor) {
        return switch (anchor) {
            case Directive.Variable(var part) -> isPresent(part);
            case Directive.TypeOf(var part) -> isPresent(part);
            case Directive.Operands _ -> op.operandCount() > 0;
            case Directive.Custom(_, var parts) -> parts.stream().map(definition::part).anyMatch(this::isPresent);
            case Directive.Regions _ -> op.regions().stream().anyMatch(r -> !r.isEmpty());
            default -> true;
        };
    }

    private boolean isPresent(Part part) {
        return switch (part.kind()) {
            case OPERAND -> !operands(part).isEmpty();
            case RESULT -> !types(part).isEmpty();
            case ATTRIBUTE -> op.attribute(part.name()) != null;
            case REGION -> !op.region(part.index()).isEmpty();
            case SUCCESSOR -> !op.successors().isEmpty();
        };
    }

    private void variable(Part part) {
        switch (part.kind()) {
            case OPERAND -> {
                var values = operands(part);
                if (values.isEmpty()) return;
                separate();
                out.list(values, out::value);
            }
            case REGION -> {
                separate();
                if (part.arity() == Arity.ONE) out.region(op.region(part.index()), true);
                else out.list(op.regions().subList(part.index(), op.regions().size()), r -> out.region(r, true));
            }
            case SUCCESSOR -> {
                separate();
                out.successor(op.successors().get(part.index()));
            }
            case ATTRIBUTE -> {
                var attribute = op.attribute(part.name());
                if (attribute == null || part.javaType() == boolean.class) return;
                separate();
                attribute(part, attribute);
            }
            case RESULT -> throw new IllegalArgumentException("the format of " + definition.name() + " shows a result as if it were an operand");
        }
    }

    /// The attribute bare where the component's Java type says all about it; see [FormatReader].
    private void attribute(Part part, Attribute attribute) {
        boolean word = part.javaType() instanceof Class<?> c && c.isEnum();
        switch (attribute) {
            case StringAttr s when part.javaType() == SymbolName.class -> out.append("@").keywordOrQuoted(s.value());
            case StringAttr s when word -> out.append(s.value());
            case IntegerAttr i when part.javaType() != Attribute.class && part.javaType() != IntegerAttr.class -> out.append(i.value().toString());
            case FloatAttr f when part.javaType() != Attribute.class && part.javaType() != FloatAttr.class ->
                out.append(FloatFormat.print(f.type(), f.bits()));
            case DenseArrayAttr a when part.javaType() == long[].class -> {
                out.append("[");
                for (int i = 0; i < a.values().length; i++) out.append(i == 0 ? "" : ", ").append(a.values()[i]);
                out.append("]");
            }
            default -> out.attribute(attribute);
        }
    }

    /// What the format does not show elsewhere.
    private DictionaryAttr rest() {
        var hidden = new HashSet<>(format.shown());
        hidden.add("operandSegmentSizes");
        hidden.add("resultSegmentSizes");
        var rest = new ArrayList<NamedAttribute>();
        for (var entry : op.properties().entries()) if (!hidden.contains(entry.name())) rest.add(entry);
        rest.addAll(op.attributes().entries());
        return DictionaryAttr.of(rest);
    }
}
