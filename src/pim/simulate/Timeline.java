package pim.simulate;

import java.util.Arrays;

/// What goes on when: processes that wait for a time or have been woken, units that have done their work, and the edges of the clock, at which these
/// report it. Picoseconds; edge `n` is at `n` periods.
abstract class Timeline {
    /// What happens to whom time comes to.
    interface Handler {
        void resume(int process);

        /// An edge of the clock, `count` units having done their work before it.
        void edge(Unit[] ended, int count);
    }

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

    /// Lets everything happen, until nothing can any more.
    abstract void run();

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
    void waitFor(long duration, int process) {
        if (duration > 0) {
            heap.insert(now + duration, process);
        } else {
            if (zeroCount == zero.length) zero = Arrays.copyOf(zero, 2 * zeroCount);
            zero[zeroCount++] = process;
        }
    }

    /// Lets a process go on at once, behind those woken before.
    void wake(int process) {
        runnable.add(process);
    }

    void end(Unit unit) {
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

    /// The edge `tick`, which the first `count` of the units that have done their work still reach.
    protected void edge(int count) {
        agenda.goTo(tick);
        handler.edge(ending, count);
        endingCount -= count;
        System.arraycopy(ending, count, ending, 0, endingCount);
    }
}
