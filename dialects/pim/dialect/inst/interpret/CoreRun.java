package pim.dialect.inst.interpret;

/// One core on its way through its program.
final class CoreRun {
    final Machine machine;
    final int index;
    final long number;
    final Step[] steps;
    final LocalMemory local;
    final long[] counters;
    /// By the index of each core, the last point of its time that this core knows to be over; its own entry is its present.
    final int[] clock;
    int next;
    /// The message that this core waits in, or null.
    MessageStep waiting;
    /// Where the bytes of that message are in local memory.
    int messageAt;

    CoreRun(Machine machine, int index, CoreProgram program, int cores) {
        this.machine = machine;
        this.index = index;
        this.number = program.number();
        this.steps = program.steps();
        this.local = new LocalMemory(program.buffers());
        this.counters = new long[program.depth()];
        this.clock = new int[cores];
        clock[index] = 1;
    }

    /// Runs until a message must be waited for or the program ends.
    void run() {
        while (waiting == null && next < steps.length) steps[next++].execute(this);
    }

    boolean ended() {
        return waiting == null && next == steps.length;
    }

    /// The instruction that is being executed.
    Step current() {
        return steps[next - 1];
    }
}
