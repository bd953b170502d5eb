package pim.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import pim.define.format.OpReader.Unresolved;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.Type;

/// The names of values and blocks that are visible at a point of the text, and the values that are used before they are defined.
final class Names {
    private static final OpKind FORWARD = new OpKind.Unregistered("");

    /// The values of one name.
    private record Defined(List<? extends Value> values, Location place) {}

    /// What the regions of one isolated operation see: nothing from outside.
    private static final class Isolated {
        final Map<String, Defined> names = new HashMap<>();
        /// By name and number, stand-ins for values that are used before they are defined.
        final Map<String, Map<Integer, Value>> early = new HashMap<>();
        /// What each region within has defined.
        final Deque<List<String>> regions = new ArrayDeque<>();
        /// Where each stand-in was used first.
        final Map<Value, Unresolved> forward = new LinkedHashMap<>();
    }

    private final ParserActions parser;
    private final Deque<Isolated> isolated = new ArrayDeque<>();
    private final Deque<Map<String, Block>> blocks = new ArrayDeque<>();
    private final Deque<Map<Block, Token>> undefinedBlocks = new ArrayDeque<>();

    Names(ParserActions parser) {
        this.parser = parser;
    }

    void enterRegion(boolean isolatedFromAbove) {
        if (isolatedFromAbove || isolated.isEmpty()) isolated.push(new Isolated());
        isolated.peek().regions.push(new ArrayList<>());
        blocks.push(new HashMap<>());
        undefinedBlocks.push(new LinkedHashMap<>());
    }

    void leaveRegion() {
        for (var use : undefinedBlocks.pop().values()) throw parser.failureAt(use, "reference to an undefined block '" + use.getText() + "'");
        blocks.pop();
        var scope = isolated.peek();
        var defined = scope.regions.pop();
        if (scope.regions.isEmpty()) {
            isolated.pop();
            requireDefined(scope);
        } else {
            defined.forEach(scope.names::remove);
        }
    }

    private void requireDefined(Isolated scope) {
        for (var use : scope.forward.values()) parser.diagnostics.error(use.location(), "use of undeclared SSA value name '%" + use.name() + "'");
        if (!scope.forward.isEmpty()) throw new CompileFailure("undeclared values");
    }

    /// The value that `use` names; a stand-in when it is not defined yet.
    Value resolve(Unresolved use, Type type) {
        var scope = isolated.peek();
        var known = scope.names.get(use.name());
        if (known != null && use.number() >= known.values.size()) {
            throw parser.diagnostics.failure(use.location(), "reference to invalid result number " + use.number() + " of '%" + use.name()
                + "', which has " + known.values.size());
        }
        var value = known != null ? known.values.get(use.number())
            : scope.early.computeIfAbsent(use.name(), _ -> new LinkedHashMap<>()).computeIfAbsent(use.number(), _ -> standIn(scope, use, type));
        if (!value.type().equals(type)) {
            throw parser.diagnostics.failure(use.location(), "use of value '%" + use.name() + "' expects different type than prior uses: '" + type
                + "' vs '" + value.type() + "'",
                Diagnostic.note(known != null ? known.place : firstUse(scope, value, use), "prior use here"));
        }
        return value;
    }

    private static Value standIn(Isolated scope, Unresolved use, Type type) {
        var value = new Operation(FORWARD, List.of(), List.of(type), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(), List.of(), use.location())
            .result();
        scope.forward.put(value, use);
        return value;
    }

    private static Location firstUse(Isolated scope, Value value, Unresolved use) {
        var first = scope.forward.get(value);
        return first == null ? use.location() : first.location();
    }

    /// The type of a value that is defined or used above, or null.
    Type typeOf(Unresolved use) {
        var scope = isolated.peek();
        var known = scope.names.get(use.name());
        if (known != null) return use.number() < known.values.size() ? known.values.get(use.number()).type() : null;
        var early = scope.early.getOrDefault(use.name(), Map.of()).get(use.number());
        return early == null ? null : early.type();
    }

    /// From here on `name` stands for the values; uses that came before are given them too.
    void define(String name, List<? extends Value> values, Location place) {
        var scope = isolated.peek();
        var earlier = scope.names.putIfAbsent(name, new Defined(values, place));
        if (earlier != null) {
            throw parser.diagnostics.failure(place, "redefinition of SSA value '%" + name + "'",
                Diagnostic.note(earlier.place, "previously defined here"));
        }
        var early = scope.early.isEmpty() ? null : scope.early.remove(name);
        if (early != null) early.forEach((number, value) -> replaceForward(scope, name, value, number, values));
        scope.regions.peek().add(name);
    }

    private void replaceForward(Isolated scope, String name, Value forward, int number, List<? extends Value> values) {
        var use = scope.forward.remove(forward);
        if (number >= values.size()) throw parser.diagnostics.failure(use.location(), "reference to invalid result number " + number + " of '%"
            + name + "', which has " + values.size());
        var value = values.get(number);
        if (!value.type().equals(forward.type())) {
            throw parser.diagnostics.failure(use.location(), "definition of SSA value '%" + name + "#" + number + "' has type '" + value.type()
                + "' but it was used as '" + forward.type() + "'");
        }
        forward.replaceAllUsesWith(value);
    }

    /// The block called so in the current region, defined or yet to come.
    Block block(Token name) {
        return blocks.peek().computeIfAbsent(name.getText(), _ -> {
            var block = new Block();
            undefinedBlocks.peek().put(block, name);
            return block;
        });
    }

    /// The block that begins here.
    Block defineBlock(Token name) {
        var block = block(name);
        if (undefinedBlocks.peek().remove(block) == null) throw parser.failureAt(name, "redefinition of block '" + name.getText() + "'");
        return block;
    }
}
