package pim.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import pim.define.OpDefinition;
import pim.define.Registry;
import pim.define.format.OpReader.Argument;
import pim.define.format.OpReader.Unresolved;
import pim.diagnose.CompileFailure;
import pim.ir.Block;
import pim.ir.BlockArgument;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType.Signedness;
import pim.ir.type.IntegerType;
import pim.ir.type.NoneType;
import pim.ir.type.Type;

/// What the rules of the grammar do: make operations, blocks and regions, and find what names stand for.
abstract class ParserActions extends AffineActions {
    private static final int MOST_RESULT_DIGITS = 9;

    Registry registry;
    boolean allowUnregistered;
    /// Told where names stand; null when nobody asks.
    ParseListener listener;
    final Names names = new Names(this);
    final ResourceSection resources = new ResourceSection(this);
    private final Map<String, Type> typeAliases = new HashMap<>();
    private final Map<String, Attribute> attributeAliases = new HashMap<>();
    final WrittenAliases written = new WrittenAliases();
    private final Map<String, Type> words = new HashMap<>();
    private final Map<ShapedParts.Written, Type> shapedTypes = new HashMap<>();
    private final Deque<OpenRegion> regions = new ArrayDeque<>();
    private final DeferredLocations deferred = new DeferredLocations(this);
    private BlockArgument argument;
    final Nesting nesting = new Nesting();

    /// A region whose closing brace has not come yet, and the block that operations go to.
    private static final class OpenRegion {
        final Region region = new Region();
        final OpKind owner;
        Block block;
        /// Whether there is a first block even where nothing is written in it.
        boolean hasEntry;

        OpenRegion(OpKind owner) {
            this.owner = owner;
        }
    }

    ParserActions(TokenStream input) {
        super(input);
    }

    // ---- operations

    OpKind kindOf(Token name) {
        return kind(name, unquote(name));
    }

    OpKind kind(Token at, String name) {
        if (name.isEmpty()) throw failureAt(at, "empty operation name is invalid");
        var kind = registry.kind(name);
        var dialect = registry.dialect(kind.dialect());
        if (kind.isRegistered() || allowUnregistered && (dialect == null || dialect.isPartial())) return kind;
        if (dialect != null && !dialect.isPartial()) throw failureAt(at, "unregistered operation '" + name + "' found in dialect '" + kind.dialect()
            + "', which has no such operation");
        throw failureAt(at, "operation '" + name + "' is of an unregistered dialect; use --allow-unregistered-dialect to accept it");
    }

    void customOperation(Token name, ResultNames results) {
        var text = name.getText();
        if (text.indexOf('.') < 0) {
            var enclosing = regions.isEmpty() ? "builtin" : regions.peek().owner.dialect();
            text = (registry.kind("builtin." + text).isRegistered() ? "builtin." : enclosing + ".") + text;
        }
        var kind = registry.kind(text);
        if (!kind.isRegistered()) throw failureAt(name, "custom op '" + name.getText() + "' is unknown"
            + (allowUnregistered ? " (an unregistered op has the generic form only)" : ""));
        if (!(kind instanceof OpDefinition definition)) throw failureAt(name, "op '" + text + "' has no custom assembly form");
        new CustomForm((PimParser) this, definition, name, results).read();
    }

    /// How many results `%name:count` stands for.
    int resultCount(Token count) {
        var digits = count.getText();
        if (digits.length() > MOST_RESULT_DIGITS) throw failureAt(count, "no operation has " + digits + " results");
        int results = Integer.parseInt(digits);
        if (results == 0) throw failureAt(count, "expected named operation to have at least 1 result");
        return results;
    }

    /// What stands in `<...>`: by the definition a dictionary, and any attribute where there is none.
    void properties(OperationState state, Attribute given) {
        if (!state.kind.isRegistered()) state.foreignProperties = given;
        else if (given instanceof DictionaryAttr dictionary) state.properties = dictionary;
        else throw failureAt(state.name, "invalid properties " + given + " for op " + state.kind.name() + ": expected DictionaryAttr to set properties");
    }

    /// Makes the operation and puts it at the end of the current block.
    void finish(OperationState state, ResultNames results) {
        var types = state.operandTypes;
        if (types.size() != state.operands.size()) throw failureAt(state.name, "expected " + state.operands.size() + " operand type"
            + (state.operands.size() == 1 ? "" : "s") + " but had " + types.size());
        if (!results.names.isEmpty() && results.total() != state.resultTypes.size()) {
            throw failureAt(results.start, "operation defines " + state.resultTypes.size() + " results but was provided " + results.total()
                + " to bind");
        }
        var operands = new ArrayList<Value>(types.size());
        for (int i = 0; i < types.size(); i++) operands.add(names.resolve(state.operands.get(i), types.get(i)));
        var location = state.location != null ? state.location : locationOf(state.name);
        var properties = state.properties;
        var attributes = state.attributes;
        for (var entry : attributes.entries()) {
            if (!state.kind.isInherent(entry.name())) continue;
            properties = properties.with(entry.name(), entry.value());
            attributes = attributes.with(entry.name(), null);
        }
        var op = new Operation(state.kind, operands, state.resultTypes, properties, attributes, state.successors, state.regions, location);
        if (state.foreignProperties != null) op.setProperties(state.foreignProperties);
        deferred.attach(op);
        int next = 0;
        for (var name : results.names) {
            define(name.token(), name.count() == op.resultCount() ? op.results() : op.results().subList(next, next + name.count()));
            next += name.count();
        }
        currentBlock().append(op);
        if (listener != null) listener.operation(op, range(results.start, getInputStream().LT(-1)), range(state.name, state.name));
    }

    @Override Unresolved use(Token name, Token number) {
        int index = number == null ? 0 : resultNumber(number);
        if (listener != null) listener.use(name.getText(), index, range(name, number == null ? name : number));
        return new Unresolved(text(name), index, locationOf(name));
    }

    private int resultNumber(Token number) {
        var digits = number.getText().substring(1);
        try {
            // What stands behind the sign may be a name as well.
            if (Character.isDigit(digits.charAt(0))) return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            // Too large: reported with the others.
        }
        throw failureAt(number, "invalid SSA value result number '" + number.getText() + "'");
    }

    // ---- regions and blocks

    void beginRegion(OperationState state, List<Argument> arguments) {
        names.enterRegion(state.kind.has(Traits.IsolatedFromAbove.class));
        if (listener != null) listener.beginRegion(state.kind, range(getInputStream().LT(-1), getInputStream().LT(-1)));
        var open = new OpenRegion(state.kind);
        regions.push(open);
        if (arguments == null) return;
        open.hasEntry = true;
        for (var argument : arguments) {
            define(state.entryArguments.get(argument.name()), List.of(currentBlock().addArgument(argument.type(), argument.location())));
        }
    }

    void endRegion(OperationState state) {
        names.leaveRegion();
        if (listener != null) listener.endRegion(range(getInputStream().LT(-1), getInputStream().LT(-1)));
        if (regions.peek().hasEntry) currentBlock();
        state.regions.add(regions.pop().region);
    }

    private Block currentBlock() {
        var open = regions.peek();
        if (open.block == null) {
            open.block = new Block();
            open.region.append(open.block);
        }
        return open.block;
    }

    void beginBlock(Token name) {
        var open = regions.peek();
        if (open.hasEntry && !open.region.isEmpty() && open.block == open.region.entry() && open.block.isEmpty()) {
            throw failureAt(name, "invalid block name in region with named arguments");
        }
        open.hasEntry = false;
        open.block = names.defineBlock(name);
        open.region.append(open.block);
        if (listener != null) listener.block(name.getText(), open.block, true, range(name, name));
    }

    Block blockNamed(Token name) {
        var block = names.block(name);
        if (listener != null) listener.block(name.getText(), block, false, range(name, name));
        return block;
    }

    void beginArgument(Token name, Type type) {
        argument = regions.peek().block.addArgument(type, locationOf(name));
        define(name, List.of(argument));
    }

    void argumentLocation(Location location) {
        argument.setLocation(location);
    }

    private void define(Token name, List<? extends Value> values) {
        names.define(text(name), values, locationOf(name));
        if (listener != null) listener.define(name.getText(), values, range(name, name));
    }

    // ---- symbols

    SymbolRefAttr symbol(List<Token> path) {
        var names = new ArrayList<String>(path.size());
        for (var part : path) names.add(LiteralActions.symbolName(part));
        for (int i = 0; listener != null && i < path.size(); i++) listener.symbol(names.subList(0, i + 1), range(path.get(i), path.get(i)));
        return new SymbolRefAttr(names.getFirst(), List.copyOf(names.subList(1, names.size())));
    }

    /// Opens the region that holds what stands at the top of the file.
    void beginFile() {
        names.enterRegion(true);
        regions.push(new OpenRegion(new OpKind.Unregistered("builtin.module")));
        if (listener != null) listener.beginRegion(regions.peek().owner, new Location.File(source.path(), 1, 1));
    }

    /// The operations at the top of the file.
    Region endFile() {
        names.leaveRegion();
        if (listener != null) listener.endRegion(range(here(), here()));
        deferred.resolve(attributeAliases);
        return regions.pop().region;
    }

    // ---- names of types and attributes

    Type namedType(Token word) {
        var text = text(word);
        var type = words.get(text);
        if (type == null) {
            type = readWord(text);
            if (type == null) throw failureAt(word, "expected a type, but got '" + text + "'");
            words.put(text, type);
        }
        return type;
    }

    Type shapedType(ShapedParts parts) {
        var written = parts.written();
        var known = shapedTypes.get(written);
        if (known != null) return known;
        var type = parts.type();
        shapedTypes.put(written, type);
        return type;
    }

    private static Type readWord(String text) {
        if (text.equals("index")) return IndexType.INDEX;
        if (text.equals("none")) return NoneType.NONE;
        var floating = FloatType.named(text);
        if (floating != null) return floating;
        var sign = text.startsWith("si") ? Signedness.SIGNED : text.startsWith("ui") ? Signedness.UNSIGNED : text.startsWith("i")
            ? Signedness.SIGNLESS : null;
        if (sign == null) return null;
        int digits = sign == Signedness.SIGNLESS ? 1 : 2, width = 0;
        if (text.length() == digits || text.length() > digits + 8) return null;
        for (int i = digits; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return null;
            width = 10 * width + digit;
        }
        return width > IntegerType.MAX_WIDTH ? null : new IntegerType(width, sign);
    }

    void defineAlias(Token name, Type type) {
        mention(name, true);
        if (name.getText().indexOf('.') >= 0) throw failureAt(name, "type names with a '.' are reserved for dialect-defined names");
        define(name, type);
        if (typeAliases.putIfAbsent(name.getText(), type) != null) throw failureAt(name, "redefinition of type alias id '"
            + name.getText().substring(1) + "'");
    }

    void defineAlias(Token name, Attribute meant) {
        var attribute = written.keptApart(name.getText(), meant);
        mention(name, true);
        if (name.getText().indexOf('.') >= 0) throw failureAt(name, "attribute names with a '.' are reserved for dialect-defined names");
        define(name, attribute);
        if (attributeAliases.putIfAbsent(name.getText(), attribute) != null) throw failureAt(name, "redefinition of attribute alias id '"
            + name.getText().substring(1) + "'");
    }

    private void define(Token name, Object meant) {
        written.definitions.add(new WrittenAliases.Definition(name.getText(), meant, regions.peek().block != null));
    }

    /// What the file has defined under the name, sign and all; null when nothing.
    Object meaning(String name) {
        return name.charAt(0) == '!' ? typeAliases.get(name) : attributeAliases.get(name);
    }

    Type dialectType(Token name) {
        var alias = typeAliases.get(name.getText());
        if (alias != null) mention(name, false);
        return alias != null ? alias : new DialectText((PimParser) this, name).type();
    }

    Attribute dialectAttribute(Token name) {
        var alias = attributeAliases.get(name.getText());
        if (alias != null) mention(name, false);
        return alias != null ? alias : new DialectText((PimParser) this, name).attribute();
    }

    /// @param behind whether the alias may be defined further down
    Location locationAlias(Token name, boolean behind) {
        mention(name, false);
        var alias = attributeAliases.get(name.getText());
        if (alias instanceof Location location) return location;
        if (alias != null) throw failureAt(name, "expected location, but found '" + alias + "'");
        if (!behind) throw failureAt(name, "undefined symbol alias id '" + name.getText().substring(1) + "'");
        return deferred.use(name);
    }

    private void mention(Token name, boolean defines) {
        if (defines) nesting.endAlias(name.getText());
        else if (!nesting.use(name.getText())) throw failureAt(name, "alias '" + name.getText() + "' stands for too much here: no more than "
            + Nesting.DEEPEST + " levels of syntax can be read, and no more than " + Nesting.MOST_PARTS + " aliases within one");
        if (listener != null) listener.alias(name.getText(), defines, range(name, name));
    }

    void openSection(Token section, String name) {
        resources.open(section, name);
    }

    void resource(String section, String group, String key, Token value) {
        resources.add(section, group, key, value);
    }

    // ---- depth

    @Override public void enterRule(ParserRuleContext context, int state, int rule) {
        if (!nesting.enter()) throw tooDeep();
        super.enterRule(context, state, rule);
    }

    CompileFailure tooDeep() {
        return failureAt(here(), "nested too deeply: no more than " + Nesting.DEEPEST + " levels of syntax can be read");
    }

    @Override public void exitRule() {
        nesting.exit();
        super.exitRule();
    }
}
