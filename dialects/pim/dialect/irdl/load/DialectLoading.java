package pim.dialect.irdl.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.irdl.Condition;
import pim.dialect.irdl.Definition.DialectDefinition;
import pim.dialect.irdl.Definition;
import pim.dialect.irdl.Symbols;
import pim.ir.Operation;
import pim.ir.Value;

/// Makes dialects of their definitions in IRDL, as `mlir-opt --irdl-file` does.
public final class DialectLoading {
    /// How many conditions may stand within each other. They are asked one within the other, on whatever stack a thread has.
    private static final int DEEPEST = 500;

    private final Registry registry;
    private final Diagnostics diagnostics;
    private final Map<Value, Integer> depths = new HashMap<>();
    private final Set<Value> acceptingAnything = new HashSet<>();
    /// The definitions that `irdl.parametric` within a condition asks for.
    private final Map<Value, Set<Operation>> parametric = new HashMap<>();

    private DialectLoading(Registry registry, Diagnostics diagnostics) {
        this.registry = registry;
        this.diagnostics = diagnostics;
    }

    /// Adds the dialects that are defined in `module`, which has been verified, to the registry: all or, when one cannot be loaded, none.
    ///
    /// @throws CompileFailure after the error has been reported
    public static void load(Operation module, Registry registry, Diagnostics diagnostics) {
        var loading = new DialectLoading(registry, diagnostics);
        int before = diagnostics.errorCount();
        module.walk(loading::check);
        var dialects = new ArrayList<Operation>();
        module.walk(op -> {
            if (op.has(DialectDefinition.class)) dialects.add(op);
        });
        for (var op : dialects) loading.checkName(op, dialects);
        if (diagnostics.errorCount() > before) throw new CompileFailure("no dialect is loaded");
        for (var op : dialects) registry.add(LoadedDialect.of(op));
    }

    private void checkName(Operation definition, Iterable<Operation> all) {
        var name = ((DialectDefinition) definition.op()).symName().value();
        boolean taken = registry.dialect(name) != null;
        for (var other : all) {
            if (other == definition) break;
            taken |= ((DialectDefinition) other.op()).symName().value().equals(name);
        }
        if (taken) diagnostics.error(definition.location(), "'irdl.dialect' op defines dialect '" + name + "', which is already registered");
    }

    private void check(Operation op) {
        if (!(op.op() instanceof Condition condition)) return;
        int depth = 1 + op.operands().stream().mapToInt(v -> depths.getOrDefault(v, 0)).max().orElse(0);
        depths.put(op.result(), depth);
        if (depth == DEEPEST + 1) diagnostics.error(op, "is nested too deeply: no more than " + DEEPEST
            + " conditions can stand within each other");
        note(condition, op);
        switch (condition) {
            case Condition.CppPredicate _ -> diagnostics.error(op.location(),
                "'irdl.c_pred' op is a predicate in C++, which cannot be evaluated; a dialect with one cannot be loaded");
            case Condition.AnyOf(var args) -> {
                var wrong = overlap(args);
                if (wrong != null) diagnostics.error(op.location(), "any_of constraints are not in the correct form: " + wrong);
            }
            case Condition.Base(_, var name) -> name.ifPresent(n -> checkBase(op, n));
            default -> {}
        }
    }

    /// Takes down what is known of the condition. Those that it uses stand before it.
    private void note(Condition condition, Operation op) {
        switch (condition) {
            case Condition.Any _ -> acceptingAnything.add(op.result());
            case Condition.AllOf(var args) -> {
                if (acceptingAnything.contains(args.getFirst())) acceptingAnything.add(op.result());
                parametric.put(op.result(), definitions(args.getFirst()));
            }
            case Condition.AnyOf(var args) -> {
                var all = new HashSet<Operation>();
                for (var arg : args) all.addAll(definitions(arg));
                parametric.put(op.result(), all);
            }
            case Condition.Parametric(var base, _) -> parametric.put(op.result(), Set.of(Symbols.find(op, base)));
            default -> {}
        }
    }

    private Set<Operation> definitions(Value condition) {
        return parametric.getOrDefault(condition, Set.of());
    }

    /// Why two of these conditions may hold at the same time, so that it would matter which of them is asked first; null when that is not seen.
    /// What is seen is what `mlir-opt` sees: `irdl.any`, and `irdl.parametric` with one definition twice.
    private String overlap(List<Value> conditions) {
        if (conditions.stream().anyMatch(acceptingAnything::contains)) return "one of them accepts anything";
        var seen = new HashSet<Operation>();
        for (var condition : conditions) {
            for (var definition : definitions(condition)) {
                if (!seen.add(definition)) return "two of them are for one definition, " + ((Definition) definition.op()).symName();
            }
        }
        return null;
    }

    private void checkBase(Operation op, String name) {
        boolean isType = name.startsWith("!");
        var bare = name.substring(1);
        var dialect = registry.dialect(bare.replaceFirst("\\..*", ""));
        boolean known = switch (dialect) {
            case LoadedDialect loaded -> (isType ? loaded.types() : loaded.attributes()).containsKey(bare.substring(bare.indexOf('.') + 1));
            case null -> false;
            default -> isType ? BaseName.isBuiltinType(bare) : BaseName.isBuiltinAttribute(bare);
        };
        if (!known) diagnostics.error(op.location(), "no registered " + (isType ? "type" : "attribute") + " with name " + name);
    }
}
