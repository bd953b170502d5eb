package pim.dialect.cf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pim.dialect.arith.Arith;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.IntegerAttr;
import pim.rewrite.Rewriter;

/// What a branch that was taken tells of its condition: in a block that one side of it alone leads to, the condition is known.
final class KnownCondition {
    private KnownCondition() {}

    /// `cond_br %c, ^a, ^b` where `^a` has no other way in, and in it again `cond_br %c, ^d, ^e` -> `br ^d`; so for `^b`, and for switches.
    static Op decided(Cf op, Operation self) {
        var before = onlyWayTo(self.block());
        if (before == null) return null;
        return switch (op) {
            case Cf.CondBr(var c, var a, var b, _, var x, var y) when before.op() instanceof Cf.CondBr first && first.condition() == c ->
                first.trueDest() == self.block() ? new Cf.Br(a, x) : new Cf.Br(b, y);
            case Cf.Switch again when before.op() instanceof Cf.Switch first && first.flag() == again.flag() -> {
                int way = before.successors().indexOf(self.block());
                if (way == 0) yield null;
                int taken = again.taken(List.of(IntegerAttr.of(again.flag().type(), first.cases()[way - 1])));
                yield new Cf.Br(again.passed(taken), self.successors().get(taken));
            }
            default -> null;
        };
    }

    /// The terminator that has the only edge to `block`, or null.
    private static Operation onlyWayTo(Block block) {
        Operation only = null;
        for (var other : block.region().blocks()) {
            for (var successor : other.successors()) {
                if (successor != block) continue;
                if (only != null) return null;
                only = other.terminator();
            }
        }
        return only;
    }

    /// In the block that only the true side of the branch leads to, the condition is true; so for the false side.
    static void propagate(Cf.CondBr branch, Operation self, Rewriter rw) {
        if (branch.condition().op() instanceof Arith.Constant) return;
        propagate(branch.condition(), branch.trueDest(), true, self, rw);
        propagate(branch.condition(), branch.falseDest(), false, self, rw);
    }

    private static void propagate(Value condition, Block block, boolean holds, Operation self, Rewriter rw) {
        var users = new ArrayList<Operation>();
        for (var user : condition.users()) if (user.block() == block) users.add(user);
        if (users.isEmpty() || onlyWayTo(block) != self) return;
        var known = rw.value(new Arith.Constant(IntegerAttr.bool(holds)));
        for (var user : users) {
            var operands = new ArrayList<Value>(user.operands());
            Collections.replaceAll(operands, condition, known);
            rw.setOperands(user, operands);
        }
    }
}
