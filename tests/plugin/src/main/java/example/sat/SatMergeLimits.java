package example.sat;

import example.sat.Sat.Limit;
import pim.ir.Operation;
import pim.ir.Replacement;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.rewrite.Pattern;
import pim.rewrite.Rewriter;

/// Makes one limit of two that follow each other: `--sat-merge-limits`, or `--sat-merge-limits=only-adjacent=true`.
///
/// @param onlyAdjacent leaves alone a limit whose input has other uses
public record SatMergeLimits(boolean onlyAdjacent) implements Pass {
    public SatMergeLimits() {
        this(false);
    }

    @Override public String summary() {
        return "Make one limit of two";
    }

    @Override public void run(Operation root, PassContext context) {
        context.rewrite(root, Pattern.on(Limit.class, this::merge));
    }

    private Replacement merge(Limit limit, Rewriter rw) {
        // limit(limit(x, a, b), c, d) -> limit(x, limit(a, c, d), limit(b, c, d))
        if (!(limit.input().op() instanceof Limit inner) || onlyAdjacent && !limit.input().hasOneUse()) return null;
        long low = Math.clamp(inner.low(), limit.low(), limit.high()), high = Math.clamp(inner.high(), limit.low(), limit.high());
        return rw.value(new Limit(inner.input(), low, high));
    }
}
