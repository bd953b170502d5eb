package pim.dialect.inst.communicate;

/// Finds out, from one round of a loop to the next, that everybody is back where they have been, and skips what would only happen again.
///
/// What has been before is the state at one earlier round, a later one each time the rounds have doubled (R. P. Brent, BIT 20, 1980): a period is
/// found after at most three times as many rounds as it has or come before it.
final class Recurrence {
    private final Rehearsal rehearsal;
    private long rounds, renewal = 1;
    private State before;

    Recurrence(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /// A round begins.
    void round() {
        if (before != null) before.skip();
        if (++rounds < renewal) return;
        before = new State(rehearsal);
        renewal *= 2;
    }
}
