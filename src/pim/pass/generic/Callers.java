package pim.pass.generic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.Operation;
import pim.ir.Symbols;
import pim.ir.Traits;

/// Who calls the functions within an operation, and whether that is all.
final class Callers {
    private final Operation root;
    private final Map<Operation, List<Operation>> calls = new LinkedHashMap<>();
    private final Set<Operation> open = new HashSet<>();

    Callers(Operation root) {
        this.root = root;
        root.walk(op -> {
            if (op.has(Callable.class)) calls.put(op, new ArrayList<>());
        });
        root.walk(op -> {
            var target = target(op);
            if (target != null) calls.get(target).add(op);
        });
        for (var callable : calls.keySet()) if (callable == root || Symbols.isPublic(callable) || !isSeenWhole(callable)) open.add(callable);
        tables(root);
    }

    /// A nested symbol can be spoken of from outside of its table, a private one cannot.
    private boolean isSeenWhole(Operation callable) {
        return Symbols.isPrivate(callable) || root.parent() == null;
    }

    /// What is spoken of otherwise than by calling it may be called by anybody.
    private void tables(Operation op) {
        if (op.has(Traits.SymbolTable.class)) {
            for (var block : op.region(0).blocks()) for (var inner : block) {
                var uses = Symbols.uses(inner);
                if (uses == null) calls.keySet().stream().filter(callable -> callable.parent() == op).forEach(open::add);
                else for (var use : uses) if (target(use.user()) == null) open.addAll(Symbols.path(op, use.symbol()));
            }
        }
        for (var region : op.regions()) for (var block : region.blocks()) block.forEach(this::tables);
    }

    /// What the call runs, when that has a body, takes what the call gives, and stands within the root; else null.
    Operation target(Operation call) {
        var target = Call.target(call);
        if (target == null || !calls.containsKey(target) || target == root) return null;
        var body = ((Callable) target.op()).body();
        return !body.isEmpty() && body.entry().arguments().size() == call.operandCount() ? target : null;
    }

    /// Whether nothing but [#of] calls the function.
    boolean areKnown(Operation callable) {
        return calls.containsKey(callable) && !open.contains(callable);
    }

    /// The calls of the function within the root.
    List<Operation> of(Operation callable) {
        return calls.getOrDefault(callable, List.of());
    }

    /// The function that `op` stands in, or null.
    static Operation around(Operation op) {
        var around = op.parent();
        while (around != null && !around.has(Callable.class)) around = around.parent();
        return around;
    }
}
