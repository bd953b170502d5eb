package pim.simulate;

/// The order of pimsim-nn, which is that of SystemC: the clock is a process among the others in the heap, and so is a timer that does nothing else. A
/// unit that finds out that it is done before the clock has its turn reports it at this edge, else at the next one.
final class ReferenceTimeline extends Timeline {
    private static final int CLOCK = 0, TIMER = 1;

    private final long timer;
    /// The edge that the clock waits for.
    private long nextTick = 1;

    ReferenceTimeline(Machine machine, int processes, int cores, Handler handler) {
        super(machine, processes, cores, handler);
        timer = machine.timer().getAsLong();
    }

    @Override void run() {
        heap.insert(period, CLOCK);
        heap.insert(timer, TIMER);
        while (heap.size > 2 || endingCount > 0 || !agenda.isEmpty()) {
            if (endingCount == 0) skipIdleTicks();
            step();
        }
    }

    /// Moves the clock on over ticks at which nothing happens, up to the last one that leaves the heap as it is.
    private void skipIdleTicks() {
        if (heap.processes[1] != CLOCK || heap.second() <= heap.times[1] || !heap.staysWhenFirstReturns()) return;
        nextTick = Math.max(nextTick, Math.min(agenda.earliest(), Math.ceilDiv(heap.second() - period, period)));
        heap.times[1] = nextTick * period;
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
                heap.insert(now + timer, TIMER);
            } else {
                handler.resume(process);
            }
        }
        settle();
        if (reported >= 0) edge(reported);
    }
}
