package pim.define;

import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.BlockArgument;
import pim.ir.Dominance;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Location;

/// Checks that each value is defined wherever it is used, and that isolated operations use nothing from outside.
final class DominanceVerifier {
    private final Diagnostics diagnostics;
    private final Dominance dominance = new Dominance();

    DominanceVerifier(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void verify(Operation root) {
        root.walk(op -> {
            for (int i = 0; i < op.operandCount(); i++) operand(root, op, i);
        });
    }

    private void operand(Operation root, Operation user, int index) {
        var value = user.operand(index);
        if (value.definingOp() != null && value.definingOp().block() == user.block() && user.block() != null
            && value.definingOp().isBeforeInBlock(user)) return;
        if (user.block() != null && !dominance.isReachable(user.block())) return;
        var wall = isolatedBetween(root, value, user);
        if (wall != null) {
            diagnostics.error(user, "using value defined outside the region",
                Diagnostic.note(wall.location(), "required by region isolation constraints"));
        } else if (!dominance.dominates(value, user) && !inUnknownOrder(value, user)) {
            diagnostics.error(user, "operand #" + index + " does not dominate this use",
                Diagnostic.note(place(value), origin(value, user)));
        }
    }

    /// Whether both stand in one block of an operation that is not known, which may be one where order means nothing.
    private static boolean inUnknownOrder(Value value, Operation user) {
        var definition = value.definingOp();
        if (definition == null || definition.parentRegion() == null || definition.parent() == null || definition.parent().kind().isRegistered())
            return false;
        var inside = user;
        while (inside != null && inside.block() != definition.block()) inside = inside.parent();
        return inside != null;
    }

    /// The isolated operation around `user` that `value` lies outside of, or null.
    private static Operation isolatedBetween(Operation root, Value value, Operation user) {
        var home = value.parentBlock() == null ? null : value.parentBlock().region();
        for (var region = user.parentRegion(); region != null && region != home; region = region.parent().parentRegion()) {
            if (region.parent().has(Traits.IsolatedFromAbove.class)) return region.parent();
            if (region.parent() == root) return null;
        }
        return null;
    }

    private static Location place(Value value) {
        return value instanceof BlockArgument a ? a.location() : value.definingOp().location();
    }

    private static String origin(Value value, Operation user) {
        if (value instanceof BlockArgument) return "operand defined as a block argument (not in a parent region of the use)";
        var definition = value.definingOp();
        return "operand defined here (" + (definition.block() == user.block() ? "op in the same block"
            : definition.parentRegion() == user.parentRegion() ? "op in the same region" : "op in another region") + ")";
    }
}
