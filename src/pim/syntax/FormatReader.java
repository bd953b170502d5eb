package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import pim.define.OpDefinition;
import pim.define.Part.Arity;
import pim.define.Part.Kind;
import pim.define.Part;
import pim.define.SymbolName;
import pim.define.format.Directive;
import pim.define.format.OpReader.Unresolved;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.StringAttr;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.attr.UnitAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// Follows the directives of a format through the text.
final class FormatReader {
    private final CustomForm in;
    private final OpDefinition definition;
    private final PimParser parser;

    FormatReader(CustomForm in, OpDefinition definition, PimParser parser) {
        this.in = in;
        this.definition = definition;
        this.parser = parser;
    }

    void read(List<Directive> directives) {
        for (var directive : directives) read(directive);
    }

    private void read(Directive directive) {
        switch (directive) {
            case Directive.Literal(var text) -> in.literal(text);
            case Directive.Space _, Directive.NewLine _ -> {}
            case Directive.Variable(var part) -> variable(part);
            case Directive.TypeOf(var part) when part == null -> in.allResults = List.of(parser.type().value);
            case Directive.TypeOf(var part) -> in.types(part.name(), part.arity() == Arity.ONE ? List.of(parser.type().value) : types());
            case Directive.Operands _ -> operandList(definition.parts(Kind.OPERAND).getFirst());
            case Directive.OperandTypes _ -> in.allOperands = types();
            case Directive.ResultTypes _ -> in.allResults = types();
            case Directive.FunctionalType(var inputs) -> {
                var type = parser.functionType().value;
                if (inputs == null) in.allOperands = type.inputs();
                else in.types(inputs.name(), type.inputs());
                in.allResults = type.results();
            }
            case Directive.AttrDict(var keyword) -> {
                if (keyword ? in.tryLiteral("attributes") : in.at("{")) in.attributes(in.dictionary());
            }
            case Directive.PropDict _ -> {
                if (in.tryLiteral("<")) {
                    for (var entry : in.dictionary().entries()) in.property(entry.name(), entry.value());
                    in.literal(">");
                }
            }
            case Directive.Regions _ -> {
                for (var part : definition.parts(Kind.REGION)) in.region(part.name());
            }
            case Directive.Successors _ -> {
                while (parser.here().getType() == PimLexer.BLOCK_ID) {
                    in.state.successors.add(in.successor());
                    if (!in.tryLiteral(",")) break;
                }
            }
            case Directive.Custom(var custom, var parts) -> custom.parse(in, parts);
            case Directive.Group(var then, var otherwise, var anchor) -> {
                boolean present = isNext(then.getFirst());
                if (present && anchor instanceof Directive.Variable(var part) && part.javaType() == boolean.class) in.property(part.name(),
                    UnitAttr.UNIT);
                read(present ? then : otherwise);
            }
        }
    }

    /// Whether what stands next can begin the directive.
    private boolean isNext(Directive first) {
        return switch (first) {
            case Directive.Literal(var text) -> in.at(text);
            case Directive.Variable(var part) -> switch (part.kind()) {
                case OPERAND -> in.atOperand();
                case REGION -> in.at("{");
                case SUCCESSOR -> parser.here().getType() == PimLexer.BLOCK_ID;
                case ATTRIBUTE -> attributeIsNext(part);
                case RESULT -> false;
            };
            case Directive.Operands _ -> in.atOperand();
            case Directive.AttrDict(var keyword) -> in.at(keyword ? "attributes" : "{");
            default -> throw new IllegalArgumentException("the format of " + definition.name()
                + " begins an optional group with what cannot be told apart: " + first);
        };
    }

    private boolean attributeIsNext(Part part) {
        int token = parser.here().getType();
        if (part.javaType() == SymbolName.class || part.javaType() == SymbolRefAttr.class) return token == PimLexer.SYMBOL_ID;
        if (part.javaType() == String.class) return token == PimLexer.STRING;
        if (part.javaType() instanceof Class<?> c && c.isEnum()) return part.codec().decode().apply(StringAttr.of(parser.here().getText())) != null;
        if (part.javaType() == long[].class || part.javaType() == ArrayAttr.class) return token == PimLexer.LBRACKET;
        if (part.javaType() instanceof Class<?> c && c.isPrimitive()) return token == PimLexer.INTEGER || token == PimLexer.FLOAT
            || token == PimLexer.MINUS;
        return token == PimLexer.HASH_ID || token == PimLexer.DENSE || token == PimLexer.DENSE_RESOURCE || token == PimLexer.INTEGER;
    }

    private void variable(Part part) {
        switch (part.kind()) {
            case OPERAND -> {
                if (part.arity() == Arity.ONE) in.operands(part.name(), List.of(in.operand()), List.of());
                else operandList(part);
            }
            case REGION -> in.region(part.name());
            case SUCCESSOR -> in.state.successors.add(in.successor());
            case ATTRIBUTE -> {
                if (part.javaType() != boolean.class) in.property(part.name(), attribute(part));
            }
            case RESULT -> throw new IllegalArgumentException("the format of " + definition.name() + " shows a result as if it were an operand");
        }
    }

    private void operandList(Part part) {
        var values = new ArrayList<Unresolved>();
        if (in.atOperand()) {
            do values.add(in.operand());
            while (part.arity() != Arity.OPTIONAL && in.tryLiteral(","));
        }
        in.operands(part.name(), values, List.of());
    }

    private List<Type> types() {
        var types = new ArrayList<Type>();
        int token = parser.here().getType();
        if (token != PimLexer.BARE_ID && token != PimLexer.SHAPED && token != PimLexer.TYPE_ID && token != PimLexer.LPAREN && token != PimLexer.TUPLE
            && token != PimLexer.COMPLEX) return types;
        do types.add(parser.type().value);
        while (in.tryLiteral(","));
        return types;
    }

    /// An attribute as the format shows it: bare where the component's Java type says all about it.
    private Attribute attribute(Part part) {
        var type = part.javaType();
        if (type == SymbolName.class) return StringAttr.of(in.symbol());
        if (type == SymbolRefAttr.class) return parser.symbol().value;
        if (type == TypeAttr.class) return new TypeAttr(in.type());
        if (type == String.class) return StringAttr.of(in.string());
        if (type == long.class || type == Long.class) return IntegerAttr.i64(in.integer());
        if (type == int.class || type == Integer.class) return IntegerAttr.of(IntegerType.I32, in.integer(IntegerType.I32));
        if (type == double.class || type == Double.class) return FloatAttr.of(FloatType.F64, in.number());
        if (type == float.class || type == Float.class) return FloatAttr.of(FloatType.F32, in.number());
        if (type == long[].class) return integers();
        if (type instanceof Class<?> c && c.isEnum()) return constant(part);
        return parser.attribute().value;
    }

    private Attribute constant(Part part) {
        var word = StringAttr.of(parser.here().getText());
        if (part.codec().decode().apply(word) == null) throw in.failure("expected " + part.codec().description() + " for '" + part.name() + "'");
        parser.consume();
        return word;
    }

    private Attribute integers() {
        var values = new ArrayList<Long>();
        in.literal("[");
        while (!in.at("]")) {
            if (!values.isEmpty()) in.literal(",");
            values.add(in.integer());
        }
        in.literal("]");
        var array = new long[values.size()];
        for (int i = 0; i < array.length; i++) array[i] = values.get(i);
        return DenseArrayAttr.i64(array);
    }
}
