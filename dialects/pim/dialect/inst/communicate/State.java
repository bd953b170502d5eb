package pim.dialect.inst.communicate;

import java.util.List;

/// Where all cores and registers were at some time.
///
/// When all cores are at the same places again, the same can happen again: places say what each does next, except that a loop whose rounds have run
/// out goes on differently. Let what happened in between be the period. Of the loops around a core's place at most one may have other rounds left
/// than then, `d` fewer; loops inside of it have run out and begun anew meanwhile, and have equal rounds left again. Each decision of that loop in the
/// period was to run again, and is so in a repetition as long as `d` rounds are left at its start. So with `n` rounds left the period can happen
/// `n / d` times more, and each time only takes `d` from those rounds. The least such number over all cores is skipped. That it also *will* happen, in
/// whatever order cores run, follows from there being one result alone (see [Rehearsal]).
final class State {
    private final List<Party> parties;
    private final Registers registers;
    private final int[] positions;
    /// Of each core, [Party#left].
    private final long[][] left;
    private final Knowledge knowledge;
    /// The core that was elsewhere when last looked at: most likely it still is.
    private int suspect;

    State(Rehearsal rehearsal) {
        parties = rehearsal.parties();
        registers = rehearsal.registers();
        positions = new int[parties.size()];
        left = new long[parties.size()][];
        for (var party : parties) {
            positions[party.index] = party.position();
            left[party.index] = party.left.clone();
        }
        knowledge = registers.knowledge();
    }

    /// Lets the period from then till now happen as often as it can, if there is one.
    void skip() {
        long times = Long.MAX_VALUE;
        for (int i = 0; i < positions.length; i++) {
            int at = (suspect + i) % positions.length;
            times = Math.min(times, repetitions(parties.get(at)));
            if (times > 0) continue;
            suspect = at;
            return;
        }
        times = Math.min(times, registers.repetitions(knowledge, parties));
        if (times == 0) return;
        for (var party : parties) {
            for (int i = 0; i < party.depth(); i++) party.left[i] -= times * (left[party.index][i] - party.left[i]);
        }
        registers.repeat(knowledge, times);
    }

    private long repetitions(Party party) {
        if (positions[party.index] != party.position()) return 0;
        var then = left[party.index];
        long times = Long.MAX_VALUE;
        for (int i = 0; i < party.depth(); i++) {
            if (then[i] == party.left[i]) continue;
            if (then[i] < party.left[i] || times < Long.MAX_VALUE) return 0;
            times = party.left[i] / (then[i] - party.left[i]);
        }
        return times;
    }
}
