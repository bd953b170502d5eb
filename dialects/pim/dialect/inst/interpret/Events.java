package pim.dialect.inst.interpret;

import pim.dialect.inst.communicate.Waiting;
import pim.ir.Operation;

/// The event registers of a core: how often each was counted up since it was cleared, and what those knew who did.
public final class Events {
    private static final int REGISTERS = 32;

    private final int[] counts = new int[REGISTERS];
    private final int[][] clocks = new int[REGISTERS][];

    /// Adds one to an event register of another core.
    public static final class Sync extends Step {
        private final int register;
        private final long core;

        public Sync(Operation operation, int register, long core) {
            super(operation);
            this.register = register;
            this.core = core;
        }

        @Override protected void execute(CoreRun run) {
            var other = run.machine.core(core);
            if (other == null) throw new Fault("counts an event of core " + core + ", which has no program");
            other.events.count(register, run);
            if (other.waiting instanceof Wait wait) wait.settle(other);
        }
    }

    /// Waits until an event register has a value, and clears it.
    public static final class Wait extends Blocking {
        private final int register, value;

        public Wait(Operation operation, int register, int value) {
            super(operation);
            this.register = register;
            this.value = value;
        }

        @Override void settle(CoreRun core) {
            if (core.events.counts[register] != value) return;
            core.events.clear(register, core);
            core.goOn();
        }

        @Override Waiting waiting(CoreRun core) {
            return Waiting.event(core.number, Waiting.name(operation), operation.location(), register, value, core.events.counts[register]);
        }
    }

    private void count(int register, CoreRun by) {
        counts[register]++;
        if (clocks[register] == null) clocks[register] = by.clock.clone();
        else CoreRun.learn(clocks[register], by.clock);
        by.clock[by.index]++;
    }

    private void clear(int register, CoreRun core) {
        counts[register] = 0;
        if (clocks[register] != null) CoreRun.learn(core.clock, clocks[register]);
        clocks[register] = null;
    }
}
