package pim.simulate;

/// The order of pimsim-nn, which is that of SystemC: the clock is a process among the others in the heap, and so is a timer that does nothing else. A
/// unit that finds out that it is done before the clock has its turn reports it at this edge, else at the next one.
final class ReferenceTimeline extends Timeline {
    private static final int CLOCK = 0, TIMER = 1;
    /// How often the timer wakes: the reference ends then.
    private static final int ALARMS = 10;

    private final long timer;
    /// The edge that the clock waits for.
    private long nextTick = 1;
    private int alarms = ALARMS;

    ReferenceTimeline(Machine machine, int processes, int cores, Handler handler) {
        super(machine, processes, cores, handler);
        timer = machine.timer().getAsLong();
    }

    @Override boolean run(long limit) {
        this.limit = limit;
        heap.insert(period, CLOCK);
        heap.insert(timer, TIMER);
        while (heap.size > (alarms > 0 ? 2 : 1) || endingCount > 0 || !agenda.isEmpty()) {
            boolean alone = heap.processes[1] == CLOCK && heap.second() > heap.times[1] && heap.staysWhenFirstReturns();
            if (alone && endingCount == 0) passIdleTicks();
            if (heap.times[1] > limit) return true;
            if (alone && heap.times[1] + period <= heap.second()) tickAlone();
            else step();
        }
        return false;
    }

    /// Moves the clock, which is first and alone, on over ticks at which nothing happens, at the most to the time of the next process.
    private void passIdleTicks() {
        long earliest = agenda.earliest();
        if (earliest <= nextTick) return;
        // The last tick that has a turn before the next process.
        long second = heap.second(), at = heap.times[1] + period < second ? Math.ceilDiv(second - period, period) : nextTick;
        nextTick = Math.min(earliest, at);
        heap.times[1] = nextTick * period;
        if (earliest <= at || heap.times[1] + period > second) return;
        tick = nextTick++;
        agenda.goTo(tick);
        heap.returnFirst(second);
    }

    /// The clock has its turn and comes first again, be it with others; the rest of the heap stays as it is.
    private void tickAlone() {
        now = heap.times[1];
        tick = nextTick++;
        if (now + period < heap.second()) heap.times[1] = now + period;
        else heap.returnFirst(now + period);
        edge(endingCount);
    }

    private void step() {
        now = heap.times[1];
        int count = popAll(), reported = -1;
        for (int i = 0; i < count; i++) {
            int process = popped[i];
            if (process == CLOCK) {
                reported = endingCount;
                tick = nextTick++;
                heap.insert(now + period, CLOCK);
            } else if (process == TIMER) {
                if (--alarms > 0) heap.insert(now + timer, TIMER);
            } else {
                handler.resume(process);
            }
        }
        settle();
        if (reported >= 0) edge(reported);
    }

    @Override long reportingEdge() {
        return nextTick;
    }

    @Override void state(State state) {
        super.state(state);
        nextTick = state.edge(nextTick);
    }

    @Override int aside() {
        return TIMER;
    }

    @Override long horizon() {
        if (alarms == 0) return Agenda.NEVER;
        // The timer is compared with what the others wait for, which is so far ahead of them at the most.
        long longest = 0, alarm = 0;
        for (int i = 1; i <= heap.size; i++) {
            if (heap.processes[i] == TIMER) alarm = heap.times[i];
            else longest = Math.max(longest, heap.times[i] - now);
        }
        return alarm - longest;
    }
}
