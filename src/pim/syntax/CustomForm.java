package pim.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.antlr.v4.runtime.Token;
import pim.define.OpDefinition;
import pim.define.Part.Arity;
import pim.define.Part.Kind;
import pim.define.Part;
import pim.define.format.AssemblyFormat;
import pim.define.format.OpReader;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.Type;

/// Reads an operation in its custom form, as the op's format says, with the rules of the grammar for its parts.
final class CustomForm extends TokenReader implements OpReader {
    private final OpDefinition definition;
    private final Token name;
    private final ResultNames results;
    final OperationState state = new OperationState();
    private final Map<String, List<Unresolved>> operands = new LinkedHashMap<>();
    private final Map<String, List<Type>> types = new HashMap<>();
    private final Map<String, List<Region>> regions = new LinkedHashMap<>();
    private List<Argument> entryArguments;
    private Map<String, Token> argumentNames = new HashMap<>();
    /// The types behind an arrow, or those of an inferred result.
    List<Type> allResults, allOperands;

    CustomForm(PimParser parser, OpDefinition definition, Token name, ResultNames results) {
        super(parser);
        this.definition = definition;
        this.name = name;
        this.results = results;
    }

    void read() {
        var format = AssemblyFormat.of(definition);
        if (format == null) throw parser.failureAt(name, "op '" + definition.name() + "' has no custom assembly form");
        state.name = name;
        state.kind = definition;
        new FormatReader(this, definition, parser).read(format.directives());
        if (parser.here().getType() == PimLexer.LOC) state.location = parser.location(true).value;
        for (var part : definition.parts(Kind.REGION)) state.regions.addAll(regions.getOrDefault(part.name(), List.of()));
        segments(Kind.OPERAND, p -> operands.getOrDefault(p.name(), List.of()).size());
        resolveOperands();
        state.resultTypes = resultTypes();
        segments(Kind.RESULT, p -> types.getOrDefault(p.name(), List.of()).size());
        parser.finish(state, results);
    }

    private void segments(Kind kind, ToIntFunction<Part> size) {
        if (!definition.needsSegments(kind)) return;
        var segments = definition.segments(kind, size);
        property(segments.name(), segments.value());
    }

    private void resolveOperands() {
        var resolved = new ArrayList<Type>();
        for (var part : definition.parts(Kind.OPERAND)) {
            var values = operands.getOrDefault(part.name(), List.of());
            var given = types.getOrDefault(part.name(), List.of());
            if (!given.isEmpty() && given.size() != values.size()) throw parser.failureAt(name, "'" + definition.name() + "' has " + values.size()
                + " operands '" + part.name() + "' but " + given.size() + " types for them");
            for (int i = 0; i < values.size(); i++) {
                state.operands.add(values.get(i));
                resolved.add(given.isEmpty() ? null : given.get(i));
            }
        }
        if (allOperands != null && allOperands.size() != resolved.size()) throw parser.failureAt(name, "expected " + resolved.size()
            + " operand types but had " + allOperands.size());
        for (int i = 0; i < resolved.size(); i++) {
            if (allOperands != null) resolved.set(i, allOperands.get(i));
            if (resolved.get(i) == null) resolved.set(i, unwritten(state.operands.get(i)));
        }
        state.operandTypes = resolved;
    }

    /// The type of an operand that the text does not give: that of all, where the op has but one, else that of the value as it was defined.
    private Type unwritten(Unresolved value) {
        if (definition.has(Traits.SameType.class)) {
            if (allResults != null && !allResults.isEmpty()) return allResults.getFirst();
            for (var known : types.values()) if (!known.isEmpty()) return known.getFirst();
        }
        var type = parser.names.typeOf(value);
        if (type == null) throw parser.diagnostics.failure(value.location(), "use of undeclared SSA value name '%" + value.name() + "'");
        return type;
    }

    private List<Type> resultTypes() {
        if (allResults != null) return allResults;
        if (definition.infersResults()) return infer();
        var all = new ArrayList<Type>();
        for (var part : definition.parts(Kind.RESULT)) {
            var given = types.get(part.name());
            if (given == null && part.arity() == Arity.ONE && definition.has(Traits.SameType.class)) given = List.of(state.operandTypes.getFirst());
            if (given != null) all.addAll(given);
        }
        return all;
    }

    /// The result types that follow from the other parts, asked of an operation without results that is then let go of.
    private List<Type> infer() {
        if (definition.has(Traits.SameType.class)) return state.operandTypes.subList(0, 1);
        var values = new ArrayList<Value>();
        for (int i = 0; i < state.operands.size(); i++) values.add(parser.names.resolve(state.operands.get(i), state.operandTypes.get(i)));
        var empty = new ArrayList<Region>();
        for (int i = 0; i < state.regions.size(); i++) empty.add(new Region());
        var draft = new Operation(definition, values, List.of(), state.properties, DictionaryAttr.EMPTY, state.successors, empty,
            parser.locationOf(name));
        try {
            var op = draft.op();
            return op == null ? List.of() : definition.inferResults(op);
        } catch (IllegalArgumentException e) {
            throw parser.failureAt(name, "'" + definition.name() + "' op " + e.getMessage());
        } finally {
            draft.erase();
        }
    }

    @Override public boolean atOperand() {
        return parser.here().getType() == PimLexer.VALUE_ID;
    }

    @Override public Unresolved operand() {
        return parser.use().value;
    }

    @Override public void operands(String part, List<Unresolved> values, List<Type> types) {
        operands.put(part, values);
        if (!types.isEmpty()) this.types.put(part, types);
    }

    @Override public void results(String part, List<Type> types) {
        this.types.put(part, types);
    }

    void types(String part, List<Type> given) {
        types.put(part, given);
    }

    @Override public void property(String name, Attribute value) {
        state.properties = state.properties.with(name, value);
    }

    @Override public void attributes(DictionaryAttr attributes) {
        for (var entry : attributes.entries()) {
            if (definition.isInherent(entry.name())) property(entry.name(), entry.value());
            else state.attributes = state.attributes.with(entry.name(), entry.value());
        }
    }

    @Override public DictionaryAttr dictionary() {
        return parser.dictionary().value;
    }

    @Override public void entryArguments(List<Argument> arguments) {
        for (var argument : arguments) {
            if (!argumentNames.containsKey(argument.name()))
                throw new IllegalArgumentException("no argument '%" + argument.name() + "' has been read");
        }
        entryArguments = arguments;
    }

    @Override public void region(String part) {
        var holder = new OperationState();
        holder.kind = definition;
        holder.entryArguments = argumentNames;
        boolean implicit = entryArguments == null && definition.has(Traits.SingleBlock.class);
        parser.region(holder, implicit ? List.of() : entryArguments);
        entryArguments = null;
        argumentNames = new HashMap<>();
        regions.computeIfAbsent(part, _ -> new ArrayList<>()).add(holder.regions.getFirst());
    }

    @Override public void noRegion(String part) {
        regions.put(part, List.of(new Region()));
    }

    @Override public void emptyBlock(String part) {
        regions.put(part, List.of(Region.of(new Block())));
    }

    @Override public Block successor() {
        return parser.blockNamed(next(PimLexer.BLOCK_ID, "a block name"));
    }

    @Override public void successors(List<Block> blocks) {
        state.successors.addAll(blocks);
    }

    @Override public String argumentName() {
        var name = next(PimLexer.VALUE_ID, "an argument name, `%name`");
        var text = name.getText().substring(1);
        argumentNames.put(text, name);
        return text;
    }

    @Override public Location location() {
        return parser.locationOf(parser.here());
    }

    @Override public Location optionalLocation(Location fallback) {
        return parser.here().getType() == PimLexer.LOC ? parser.location(true).value : fallback;
    }

    @Override public List<Unresolved> affineOperands(List<AffineExpr> into) {
        var values = new ArrayList<Unresolved>();
        parser.beginAffineOperands(values);
        into.add(parser.affineSum().value);
        return values;
    }
}
