package pim.simulate;

import java.util.Arrays;

/// What goes on when: processes that wait for a time or have been woken, units that have done their work, and the edges of the clock, at which these
/// report it. Picoseconds; edge `n` is at `n` periods.
abstract class Timeline {
    /// What happens to whom time comes to.
    interface Handler {
        void resume(int process);

        /// A unit has done its work, which it reports at the edge `edge`.
        ///
        /// @return whether that is taken note of already; else it is among the ended ones of that edge
        boolean ended(Unit unit, long edge);

        /// An edge of the clock, `count` units having done their work before it.
        void edge(Unit[] ended, int count);

        /// The edge is over; all of the machine is between two events.
        void settled();
    }

    /// Of what is to come, so many edges are looked ahead.
    private static final int FURTHER = 4;

    final long period;
    final Agenda agenda;
    final TimeHeap heap = new TimeHeap();
    protected final Handler handler;
    /// Units that have done their work, in the order in which they found out.
    protected Unit[] ending = new Unit[64];
    protected int endingCount;
    protected int[] popped;
    private final IntQueue runnable = new IntQueue();
    private int[] zero = new int[16];
    private int zeroCount;
    protected long limit;
    long now;
    /// The last edge of the clock that has come.
    long tick;

    Timeline(Machine machine, int processes, int cores, Handler handler) {
        period = machine.period();
        this.handler = handler;
        agenda = new Agenda(cores);
        popped = new int[processes];
    }

    static Timeline of(Machine machine, int processes, int cores, Handler handler) {
        return machine.timer().isPresent() ? new ReferenceTimeline(machine, processes, cores, handler)
            : new PlainTimeline(machine, processes, cores, handler);
    }

    /// Lets everything happen up to and including the time `limit`, or until nothing can happen any more.
    ///
    /// @return whether there is still something behind the limit
    abstract boolean run(long limit);

    /// Takes out the processes whose time is `now`.
    protected int popAll() {
        int count = 0;
        while (heap.size > 0 && heap.times[1] == now) {
            if (count == popped.length) popped = Arrays.copyOf(popped, 2 * count);
            popped[count++] = heap.pop();
        }
        return count;
    }

    /// Lets a process go on after `duration`.
    ///
    /// @throws ArithmeticException if the time then cannot be counted
    void waitFor(long duration, int process) {
        if (duration > 0) {
            heap.insert(Math.addExact(now, duration), process);
        } else {
            if (zeroCount == zero.length) zero = Arrays.copyOf(zero, 2 * zeroCount);
            zero[zeroCount++] = process;
        }
    }

    /// The edge so many edges on.
    ///
    /// @throws ArithmeticException if its time cannot be counted
    long tickAfter(long edges) {
        return edgeAfter(tick, edges);
    }

    /// The edge so many edges behind another one.
    ///
    /// @throws ArithmeticException if its time cannot be counted
    long edgeAfter(long edge, long edges) {
        long at = Math.addExact(edge, edges);
        Math.multiplyExact(Math.addExact(at, FURTHER), period);
        return at;
    }

    /// Lets a process go on at once, behind those woken before.
    void wake(int process) {
        runnable.add(process);
    }

    void end(Unit unit) {
        long edge = reportingEdge();
        // All edges before it have come, so the agenda need not hold them.
        agenda.goTo(edge - 1);
        if (edge * period <= limit && handler.ended(unit, edge)) return;
        if (endingCount == ending.length) ending = Arrays.copyOf(ending, 2 * endingCount);
        ending[endingCount++] = unit;
    }

    /// Lets everybody go on who has been woken at this time, and those who wait no time at all behind them, the last first.
    void settle() {
        for (;;) {
            while (!runnable.isEmpty()) handler.resume(runnable.poll());
            if (zeroCount == 0) return;
            for (; zeroCount > 0; zeroCount--) runnable.add(zero[zeroCount - 1]);
        }
    }

    /// At which edge a unit that finds out now that it is done reports it.
    abstract long reportingEdge();

    /// The edge `tick`, which the first `count` of the units that have done their work still reach.
    protected void edge(int count) {
        agenda.goTo(tick);
        // Nothing reports and nobody looks: the edge changes nothing.
        if (count == 0 && agenda.isFree()) return;
        handler.edge(ending, count);
        endingCount -= count;
        if (endingCount > 0) System.arraycopy(ending, count, ending, 0, endingCount);
        handler.settled();
    }

    /// Goes through everything.
    void state(State state) {
        agenda.state(state);
        heap.state(state, aside());
        state.exact(endingCount);
        for (int i = 0; i < endingCount; i++) state.exact(ending[i].process);
        long next = state.time(now);
        tick = state.edge(tick);
        now = next;
    }

    /// A process that only looks after the time, or -1.
    abstract int aside();

    /// Up to when all goes on by itself: what is aside may change something then.
    abstract long horizon();
}
