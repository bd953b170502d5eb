package pim.dialect.cf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import pim.dialect.arith.Arith;
import pim.ir.Block;
import pim.ir.Branch;
import pim.ir.Foldable;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Replacement;
import pim.ir.Value;
import pim.ir.attr.DenseArrayAttr;
import pim.rewrite.Rewriter;

/// The canonical form of branches: no choice that is made already, no way over a block that does nothing, no block that another always leads to.
final class CanonicalForm {
    private CanonicalForm() {}

    static Replacement of(Cf op, Rewriter rw) {
        var self = rw.matched();
        var better = switch (op) {
            case Cf.Assert holds -> {
                // an assertion that is known to hold: none
                if (holds.failure(Foldable.constantOperands(self)) == null) rw.erase(self);
                yield null;
            }
            case Cf.Br br -> merge(br, self, rw) ? null : shorter(br, self);
            // a choice that is known, or none: br to it
            case Cf.CondBr(_, var a, var b, _, var x, var y) when x == y && a.equals(b) -> new Cf.Br(a, x);
            case Cf.CondBr branch -> first(() -> known(branch, self), () -> KnownCondition.decided(branch, self), () -> shorter(branch, self),
                () -> chosen(branch, rw));
            case Cf.Switch branch -> first(() -> known(branch, self), () -> KnownCondition.decided(branch, self), () -> shorter(branch, self),
                () -> withoutDefaults(branch, self));
        };
        if (better != null) rw.replace(self, better);
        else if (op instanceof Cf.CondBr branch) KnownCondition.propagate(branch, self, rw);
        return null;
    }

    @SafeVarargs private static Op first(Supplier<Op>... forms) {
        for (var form : forms) if (form.get() instanceof Op found) return found;
        return null;
    }

    /// `cond_br %c, ^a(%x), ^a(%y)` -> `br ^a(select %c, %x, %y)`, where nothing else leads to `^a`.
    private static Op chosen(Cf.CondBr branch, Rewriter rw) {
        if (branch.trueDest() != branch.falseDest() || edges(branch.trueDest()) != 2) return null;
        var values = new ArrayList<Value>();
        for (int i = 0; i < branch.trueDestOperands().size(); i++) {
            Value one = branch.trueDestOperands().get(i), other = branch.falseDestOperands().get(i);
            values.add(one == other ? one : rw.value(new Arith.Select(branch.condition(), one, other)));
        }
        return new Cf.Br(values, branch.trueDest());
    }

    /// Cases that lead where the default does need not be told from it.
    private static Op withoutDefaults(Cf.Switch branch, Operation self) {
        var kept = IntStream.rangeClosed(1, branch.caseDestinations().size()).filter(i -> self.successors().get(i) != branch.defaultDestination()
            || !branch.passed(i).equals(branch.defaultOperands())).toArray();
        if (kept.length == branch.caseDestinations().size()) return null;
        if (kept.length == 0) return new Cf.Br(branch.defaultOperands(), branch.defaultDestination());
        var operands = new ArrayList<Value>();
        for (int i : kept) operands.addAll(branch.passed(i));
        var cases = branch.cases();
        return new Cf.Switch(branch.flag(), branch.defaultOperands(), operands,
            Optional.of(Cases.elements(branch.flag().type(), IntStream.of(kept).mapToObj(i -> cases[i - 1]).toList())),
            DenseArrayAttr.i32(IntStream.of(kept).mapToLong(i -> branch.passed(i).size()).toArray()), branch.defaultDestination(),
            IntStream.of(kept).mapToObj(i -> self.successors().get(i)).toList());
    }

    private static Op known(Branch branch, Operation self) {
        int taken = self.successors().size() == 1 ? 0 : branch.taken(Foldable.constantOperands(self));
        return taken < 0 ? null : new Cf.Br(branch.passed(taken), self.successors().get(taken));
    }

    /// `br ^a` with `^a: br ^b` -> `br ^b`, also for one side of a cond_br or switch.
    private static Op shorter(Branch branch, Operation self) {
        for (int i = 0; i < self.successors().size(); i++) {
            var over = self.successors().get(i);
            if (!leadsOn(over)) continue;
            var on = (Cf.Br) over.first().op();
            boolean first = i == 0;
            var passed = branch.passed(i);
            var values = on.destOperands().stream().map(v -> v.parentBlock() == over ? passed.get(over.arguments().indexOf(v)) : v).toList();
            return switch (branch) {
                case Cf.CondBr(var c, _, var b, var weights, _, var y) when first -> new Cf.CondBr(c, values, b, weights, on.dest(), y);
                case Cf.CondBr(var c, var a, _, var weights, var x, _) -> new Cf.CondBr(c, a, values, weights, x, on.dest());
                case Cf.Switch choice -> redirected(choice, self, i, values, on.dest());
                default -> new Cf.Br(values, on.dest());
            };
        }
        return null;
    }

    private static Op redirected(Cf.Switch branch, Operation self, int index, List<Value> values, Block to) {
        int cases = branch.caseDestinations().size();
        var operands = new ArrayList<Value>();
        var sizes = new long[cases];
        for (int i = 1; i <= cases; i++) {
            var passed = i == index ? values : branch.passed(i);
            operands.addAll(passed);
            sizes[i - 1] = passed.size();
        }
        var targets = IntStream.rangeClosed(1, cases).mapToObj(i -> i == index ? to : self.successors().get(i)).toList();
        return new Cf.Switch(branch.flag(), index == 0 ? values : branch.defaultOperands(), operands, branch.caseValues(), DenseArrayAttr.i32(sizes),
            index == 0 ? to : branch.defaultDestination(), targets);
    }

    /// Whether the block does nothing but go on with another, and such blocks do not lead round in a circle.
    private static boolean leadsOn(Block block) {
        if (!passes(block)) return false;
        var seen = new HashSet<Block>();
        var at = block;
        for (; passes(at); at = at.successors().getFirst()) if (!seen.add(at)) return false;
        return true;
    }

    private static boolean passes(Block block) {
        return block.first() != null && block.first() == block.last() && block.first().op() instanceof Cf.Br
            && block.arguments().stream().flatMap(a -> a.users().stream()).allMatch(user -> user == block.first());
    }

    /// The block that only this branch leads to follows in its place.
    private static boolean merge(Cf.Br br, Operation self, Rewriter rw) {
        Block from = self.block(), to = br.dest();
        if (to == from || to == to.region().entry() || edges(to) != 1) return false;
        List<Value> passed = br.destOperands();
        for (int i = 0; i < passed.size(); i++) rw.replaceUses(to.argument(i), passed.get(i));
        rw.erase(self);
        if (to.first() != null) to.moveTail(to.first(), from);
        to.erase();
        return true;
    }

    private static long edges(Block to) {
        return to.region().blocks().stream().flatMap(b -> b.successors().stream()).filter(to::equals).count();
    }
}
