package pim.simulate;

import java.util.Arrays;

/// The clock comes last: a unit that is done at an edge reports it at that edge. Processes that go on at the same time do so in the order of their
/// numbers, so core by core.
final class PlainTimeline extends Timeline {
    PlainTimeline(Machine machine, int processes, int cores, Handler handler) {
        super(machine, processes, cores, handler);
    }

    @Override boolean run(long limit) {
        this.limit = limit;
        for (long time = next(); time != Agenda.NEVER; time = next()) {
            if (time > limit) return true;
            now = time;
            int count = popAll();
            if (count > 1) Arrays.sort(popped, 0, count);
            for (int i = 0; i < count; i++) handler.resume(popped[i]);
            settle();
            long edge = now / period;
            if (edge * period != now || edge <= tick || endingCount == 0 && agenda.earliest() > edge) continue;
            tick = edge;
            edge(endingCount);
        }
        return false;
    }

    /// The next time at which something happens, or [Agenda#NEVER].
    private long next() {
        long next = heap.size > 0 ? heap.times[1] : Agenda.NEVER;
        if (endingCount > 0) next = Math.min(next, reportingEdge() * period);
        return agenda.isEmpty() ? next : Math.min(next, agenda.earliest() * period);
    }

    @Override long reportingEdge() {
        return Math.max(Math.ceilDiv(now, period), tick + 1);
    }

    @Override int aside() {
        return -1;
    }

    @Override long horizon() {
        return Agenda.NEVER;
    }
}
