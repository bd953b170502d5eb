package pim.dialect.inst.interpret;

/// One core on its way through its program.
public final class CoreRun {
    final Machine machine;
    final int index;
    final long number;
    final Step[] steps;
    public final LocalMemory local;
    public final long[] counters;
    final Events events = new Events();
    /// By the index of each core, the last point of its time that this core knows to be over; its own entry is its present.
    final int[] clock;
    int next;
    /// The instruction that this core waits in, or null.
    Blocking waiting;
    /// Where the bytes of the message that it waits in are in local memory.
    int messageAt;

    CoreRun(Machine machine, int index, CoreProgram program, int cores) {
        this.machine = machine;
        this.index = index;
        this.number = program.number();
        this.steps = program.steps();
        this.local = new LocalMemory(program.buffers(), LocalMemory.SMALL);
        this.counters = new long[program.depth()];
        this.clock = new int[cores];
        clock[index] = 1;
    }

    /// Runs until something must be waited for or the program ends.
    void run() {
        while (waiting == null && next < steps.length) steps[next++].execute(this);
    }

    /// What it waited for has come.
    void goOn() {
        waiting = null;
        machine.goesOn(this);
    }

    boolean ended() {
        return waiting == null && next == steps.length;
    }

    /// The instruction that is being executed.
    Step current() {
        return steps[next - 1];
    }

    /// Whoever has `clock` knows now what `other` tells.
    static void learn(int[] clock, int[] other) {
        for (int i = 0; i < clock.length; i++) clock[i] = Math.max(clock[i], other[i]);
    }
}
