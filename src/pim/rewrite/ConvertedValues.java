package pim.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.BlockArgument;
import pim.ir.OpKind;
import pim.ir.OpOperand;
import pim.ir.OpResult;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.Type;

/// What stands for which value while a conversion is under way. Where a value of another type is needed a cast stands in the program for it; in the
/// end casts that lead back and forth vanish, and the converter of types is asked for the others.
final class ConvertedValues {
    private static final OpKind CAST = new OpKind.Unregistered("cast");

    private final TypeConverter types;
    private final UndoLog undo;
    private final Set<Operation> gone;
    private final Map<Value, Value> replaced = new LinkedHashMap<>();
    private final Map<Wanted, Value> casts = new HashMap<>();
    private final List<Cast> made = new ArrayList<>();
    private final Map<Block, Integer> formerArguments = new LinkedHashMap<>();

    private record Wanted(Value value, Type type) {}

    /// @param toSource whether it leads back to a former type
    private record Cast(Operation op, boolean toSource) {}

    ConvertedValues(TypeConverter types, UndoLog undo, Set<Operation> gone) {
        this.types = types;
        this.undo = undo;
        this.gone = gone;
    }

    void replace(Value from, Value to) {
        var former = replaced.put(from, to);
        undo.add(() -> {
            if (former == null) replaced.remove(from);
            else replaced.put(from, former);
        });
    }

    private Value latest(Value value) {
        var at = value;
        for (var next = replaced.get(at); next != null; next = replaced.get(at)) at = next;
        return at;
    }

    /// Gives `op` operands that have been converted, and says why that cannot be, or null.
    ///
    /// @param seen told of each of them, and of the type of the former
    String adapt(Operation op, BiConsumer<Value, Type> seen) {
        var operands = new ArrayList<Value>();
        for (int i = 0; i < op.operandCount(); i++) {
            var operand = op.operand(i);
            var wanted = types == null ? null : types.of(operand.type());
            if (types != null && wanted == null) return "operand #" + i + " of type '" + operand.type() + "' cannot be converted";
            var converted = latest(operand);
            if (wanted != null && !converted.type().equals(wanted)) converted = cast(converted, wanted, false);
            operands.add(converted);
        }
        undo.keep(op);
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) != op.operand(i)) seen.accept(operands.get(i), op.operand(i).type());
            op.setOperand(i, operands.get(i));
        }
        return null;
    }

    /// A value of that type, made where `value` is defined.
    private Value cast(Value value, Type type, boolean toSource) {
        var wanted = new Wanted(value, type);
        var known = casts.get(wanted);
        if (known != null) return known;
        var op = new Operation(CAST, List.of(value), List.of(type), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(), List.of(),
            location(value));
        var block = value.parentBlock();
        block.insertBefore(op, value.definingOp() == null ? block.first() : value.definingOp().next());
        casts.put(wanted, op.result());
        made.add(new Cast(op, toSource));
        undo.add(() -> {
            made.removeLast();
            casts.remove(wanted);
            op.erase();
        });
        return op.result();
    }

    private static Location location(Value value) {
        return switch (value) {
            case OpResult result -> result.definingOp().location();
            case BlockArgument argument -> argument.location();
        };
    }

    /// New arguments stand behind the former ones, which stay to the end.
    boolean convertArguments(Block block, TypeConverter converter) {
        var former = List.copyOf(block.arguments());
        var converted = converter.of(Value.types(former));
        if (converted == null) return false;
        for (int i = 0; i < former.size(); i++) {
            replace(former.get(i), block.addArgument(converted.get(i), former.get(i).location()));
            undo.add(() -> block.eraseArgument(block.arguments().size() - 1));
        }
        var earlier = formerArguments.put(block, formerArguments.getOrDefault(block, 0) + former.size());
        undo.add(() -> {
            if (earlier == null) formerArguments.remove(block);
            else formerArguments.put(block, earlier);
        });
        return true;
    }

    void eraseFormerArguments() {
        formerArguments.forEach((block, count) -> {
            for (int i = 0; i < count; i++) block.eraseArgument(0);
        });
    }

    /// Puts all values in the place of those they stand for.
    ///
    /// @throws CompileFailure when a cast stays that nothing can be made of, or a value that is gone is still used; the error has been reported
    void commit(Rewriter rw, Diagnostics diagnostics) {
        for (var from : List.copyOf(replaced.keySet())) {
            if (liveUses(from).isEmpty()) continue;
            var to = latest(from);
            substitute(from, types == null || to.type().equals(from.type()) ? to : cast(to, from.type(), true));
        }
        for (var op : List.copyOf(gone)) {
            for (var result : op.results()) {
                if (liveUses(result).isEmpty()) continue;
                var user = liveUses(result).getFirst().owner();
                throw diagnostics.failure(op.location(), "failed to legalize operation '" + op.name() + "' whose result was erased but is still used",
                    Diagnostic.note(user.location(), "see existing live user here: '" + user.name() + "'"));
            }
        }
        made.forEach(cast -> shortcut(cast.op));
        eraseUnused();
        for (var cast : List.copyOf(made)) {
            if (!gone.contains(cast.op)) materialize(cast, rw, diagnostics);
        }
    }

    private List<OpOperand> liveUses(Value value) {
        return value.uses().stream().filter(use -> !gone.contains(use.owner())).toList();
    }

    private void substitute(Value from, Value to) {
        for (var use : liveUses(from)) {
            var user = use.owner();
            int index = use.index();
            undo.add(() -> user.setOperand(index, from));
            user.setOperand(index, to);
        }
    }

    /// A cast of a cast ... of a value of its own type is that value.
    private void shortcut(Operation cast) {
        for (var at = cast.operand(0); ; at = at.definingOp().operand(0)) {
            if (at.type().equals(cast.result().type())) {
                substitute(cast.result(), at);
                return;
            }
            if (at.definingOp() == null || at.definingOp().kind() != CAST) return;
        }
    }

    private void eraseUnused() {
        for (var cast : made.reversed()) if (liveUses(cast.op.result()).isEmpty()) leave(cast.op);
    }

    private void leave(Operation op) {
        if (gone.add(op)) undo.add(() -> gone.remove(op));
    }

    private void materialize(Cast cast, Rewriter rw, Diagnostics diagnostics) {
        var op = cast.op;
        var input = op.operand(0);
        rw.setInsertionPoint(op);
        var value = types.materialize(cast.toSource, rw, op.result().type(), input);
        if (value == null) {
            var user = liveUses(op.result()).getFirst().owner();
            throw diagnostics.failure(op.location(), "failed to legalize unresolved materialization from ('" + input.type() + "') to ('"
                + op.result().type() + "') that remained live after conversion",
                Diagnostic.note(user.location(), "see existing live user here: '" + user.name() + "'"));
        }
        substitute(op.result(), value);
        leave(op);
    }
}
