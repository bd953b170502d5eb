package pim.dialect.inst.communicate;

import java.util.ArrayList;
import pim.dialect.inst.CountedLoop;

/// A core on its way through its [Script].
final class Party {
    final Script script;
    final int index;
    /// By the depth of each loop around, the rounds that are left behind the present one.
    final long[] left;
    private final Recurrence[] recurrences;
    int next;
    /// What it waits in, or null.
    Exchange waiting;
    /// Whether it is in the queue of those to be looked at, and whether somebody who is being looked at waits for it.
    boolean queued, onPath;

    Party(Script script, int index) {
        this.script = script;
        this.index = index;
        left = new long[script.deepest()];
        recurrences = new Recurrence[script.deepest()];
    }

    long core() {
        return script.core;
    }

    boolean ended() {
        return waiting == null && next == script.size();
    }

    /// The same number at the same place of the program.
    int position() {
        return 2 * next + (waiting == null ? 0 : 1);
    }

    /// How many loops are around.
    int depth() {
        return script.depth(next);
    }

    /// Goes on to the next exchange and waits in it, or to the end of the program.
    void advance(Rehearsal rehearsal) {
        while (waiting == null && next < script.size()) {
            switch (script.step(next++)) {
                case Step.Begin(var loop, var depth) -> {
                    left[depth] = loop.trips() - 1;
                    recurrences[depth] = new Recurrence(rehearsal);
                }
                case Step.Again(var depth, var body) -> {
                    if (left[depth] > 0) {
                        left[depth]--;
                        next = body;
                        recurrences[depth].round();
                    } else {
                        recurrences[depth] = null;
                    }
                }
                case Exchange exchange -> waiting = exchange;
            }
        }
    }

    /// It in what it waits in.
    Moment moment() {
        var loops = new ArrayList<CountedLoop>();
        for (var p = waiting.operation().parent(); p != null && p.op() instanceof CountedLoop loop; p = p.parent()) loops.addFirst(loop);
        var counters = new long[loops.size()];
        for (int i = 0; i < counters.length; i++) {
            var loop = loops.get(i);
            counters[i] = loop.from() + loop.step() * (loop.trips() - 1 - left[i]);
        }
        return new Moment(core(), waiting.operation(), counters);
    }
}
