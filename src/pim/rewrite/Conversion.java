package pim.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Dominance;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.type.Type;
import pim.rewrite.Actions.Tag;
import pim.rewrite.DialectConversion.Mode;
import pim.rewrite.Legality.Verdict;

/// One run of a [DialectConversion].
final class Conversion extends Rewriter {
    /// So deep patterns may insert what has to be converted in its turn.
    private static final int DEEPEST = 64;

    private final DialectConversion conversion;
    private final Diagnostics diagnostics;
    private final Actions actions;
    private final UndoLog undo = new UndoLog();
    private final ConvertedValues values;
    private final Set<Operation> done = new HashSet<>();
    /// What goes when all is well.
    private final Set<Operation> gone = new LinkedHashSet<>();
    private final Map<Value, Type> originalTypes = new HashMap<>();
    /// What the running pattern inserted or changed.
    private Set<Operation> touched = new LinkedHashSet<>();
    private boolean changed;

    /// Why an operation is not legal.
    ///
    /// @param endless whether patterns make ever more that has to be converted, so that others need not be tried
    private record Failure(Operation op, List<Diagnostic> reasons, boolean endless) {}

    Conversion(DialectConversion conversion, Diagnostics diagnostics, Actions actions) {
        this.conversion = conversion;
        this.diagnostics = diagnostics;
        this.actions = actions;
        this.values = new ConvertedValues(conversion.types(), undo, gone);
    }

    void convert(Operation root) {
        try {
            for (var region : root.regions()) {
                var failure = legalize(region, 0);
                if (failure != null) throw report(failure);
            }
            values.commit(this, diagnostics);
        } catch (CompileFailure e) {
            undo.backTo(0);
            throw e;
        }
        gone.forEach(Operation::dropAllReferences);
        for (var op : gone) if (op.block() != null) op.erase();
        values.eraseFormerArguments();
    }

    private CompileFailure report(Failure failure) {
        var op = failure.op;
        var more = failure.endless ? ": its conversion does not come to an end"
            : conversion.legality().of(op) == Verdict.ILLEGAL ? " that was explicitly marked illegal" : "";
        return diagnostics.failure(op.location(), "failed to legalize operation '" + op.name() + "'" + more,
            failure.reasons.toArray(Diagnostic[]::new));
    }

    Set<Operation> analyze(Operation root) {
        var legalizable = new LinkedHashSet<Operation>();
        for (var region : root.regions()) analyze(region, legalizable);
        undo.backTo(0);
        return legalizable;
    }

    private void analyze(Region region, Set<Operation> legalizable) {
        for (var op : inOrder(region)) {
            boolean legal = conversion.legality().of(op) == Verdict.LEGAL;
            if (legal && conversion.legality().coversRegions(op)) continue;
            // What is inside is looked at first: a pattern may take it away.
            for (var inner : op.regions()) analyze(inner, legalizable);
            int mark = undo.mark();
            if (!legal && rewrite(op, 0) == null) legalizable.add(op);
            else undo.backTo(mark);
        }
    }

    private static List<Operation> inOrder(Region region) {
        var operations = new ArrayList<Operation>();
        if (region.isEmpty()) return operations;
        var blocks = new LinkedHashSet<>(new Dominance().order(region));
        blocks.addAll(region.blocks());
        for (var block : blocks) block.forEach(operations::add);
        return operations;
    }

    // ---- one operation after the other; all give null when that went well

    private Failure legalize(Region region, int depth) {
        for (var op : inOrder(region)) {
            var failure = legalize(op, depth);
            if (failure != null) return failure;
        }
        return null;
    }

    private Failure legalize(Operation op, int depth) {
        if (gone.contains(op) || !done.add(op)) return null;
        undo.add(() -> done.remove(op));
        var verdict = conversion.legality().of(op);
        if (verdict != Verdict.LEGAL) {
            var failure = rewrite(op, depth);
            if (failure != null && (failure.endless || !mayStay(verdict))) return failure;
            if (gone.contains(op)) return null;
        }
        if (conversion.legality().coversRegions(op)) return null;
        for (var region : op.regions()) {
            var failure = legalize(region, depth);
            if (failure != null) return failure;
        }
        return null;
    }

    private boolean mayStay(Verdict verdict) {
        return verdict == Verdict.LEGAL || verdict == Verdict.UNKNOWN && conversion.mode() == Mode.PARTIAL;
    }

    /// Applies the first pattern that makes `op` legal.
    private Failure rewrite(Operation op, int depth) {
        var reasons = new ArrayList<Diagnostic>();
        for (var pattern : conversion.patterns()) {
            if (!pattern.root().test(op.kind())) continue;
            if (depth == DEEPEST) return new Failure(op, List.of(), true);
            int mark = undo.mark();
            var outer = touched;
            touched = new LinkedHashSet<>();
            var failure = attempt(pattern, op, depth);
            touched = outer;
            if (failure == null) return null;
            undo.backTo(mark);
            if (failure.endless) return failure;
            reasons.addAll(failure.reasons);
        }
        return new Failure(op, reasons, false);
    }

    private Failure attempt(Pattern pattern, Operation op, int depth) {
        var wrong = values.adapt(op, (value, type) -> originalTypes.putIfAbsent(value, type));
        if (wrong != null) return failure(op, wrong);
        match(op);
        changed = false;
        actions.execute(Tag.APPLY_PATTERN, () -> "pattern: " + pattern.name() + " (" + op + ")", () -> {
            var replacement = pattern.rule().rewrite(op, this);
            if (replacement != null) replace(op, replacement);
        });
        if (!changed) return failure(op, mismatch());
        for (var made : List.copyOf(touched)) {
            var failure = made == op ? null : legalize(made, depth + 1);
            if (failure != null) return within(failure, op, pattern);
        }
        if (gone.contains(op) || mayStay(conversion.legality().of(op))) return null;
        var failure = rewrite(op, depth + 1);
        return failure == null ? null : within(failure, op, pattern);
    }

    private static Failure failure(Operation op, String why) {
        return new Failure(op, why == null ? List.of() : List.of(Diagnostic.note(op.location(), why)), false);
    }

    private static Failure within(Failure failure, Operation op, Pattern pattern) {
        if (failure.endless) return new Failure(op, failure.reasons, true);
        var reasons = new ArrayList<Diagnostic>();
        reasons.add(Diagnostic.note(op.location(), "pattern '" + pattern.name() + "' leaves '" + failure.op.name() + "', which is not made legal"));
        reasons.addAll(failure.reasons);
        return new Failure(op, reasons, false);
    }

    // ---- what patterns do, and how it is taken back

    @Override public Type originalType(Value value) {
        return originalTypes.getOrDefault(value, value.type());
    }

    @Override protected void inserted(Operation op) {
        changed = true;
        touched.add(op);
        undo.add(op::erase);
    }

    @Override public void replaceUses(Value from, Value to) {
        if (from == to) return;
        changed = true;
        if (!from.type().equals(to.type())) originalTypes.putIfAbsent(to, originalType(from));
        values.replace(from, to);
    }

    @Override public void erase(Operation op) {
        changed = true;
        op.walk(inner -> {
            if (gone.add(inner)) undo.add(() -> gone.remove(inner));
        });
    }

    @Override public void modify(Operation op, Consumer<Operation> change) {
        undo.keep(op);
        change.accept(op);
        changed = true;
        touched.add(op);
        if (op != matched() && done.remove(op)) undo.add(() -> done.add(op));
    }

    @Override public void setType(Value value, Type type) {
        var former = value.type();
        undo.add(() -> value.setType(former));
        originalTypes.putIfAbsent(value, former);
        value.setType(type);
        changed = true;
    }

    @Override public void moveBlocks(Region from, Region to) {
        if (!to.isEmpty()) throw new IllegalArgumentException("blocks are moved to a region that has some already");
        from.moveBlocksTo(to);
        undo.add(() -> to.moveBlocksTo(from));
        changed = true;
    }

    @Override public boolean convertArguments(Block block, TypeConverter types) {
        if (!values.convertArguments(block, types)) return false;
        changed = true;
        return true;
    }
}
