package pim.dialect.inst.communicate;

import pim.dialect.inst.CountedLoop;

/// A piece of a [Script].
sealed interface Step permits Exchange, Step.Begin, Step.Again {
    /// A loop begins, at some depth of loops.
    record Begin(CountedLoop loop, int depth) implements Step {}

    /// The loop's body, which begins at `body`, runs again if rounds are left.
    record Again(int depth, int body) implements Step {}
}
