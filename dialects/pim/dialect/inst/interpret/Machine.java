package pim.dialect.inst.interpret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.communicate.Deadlock;
import pim.dialect.inst.communicate.Moment;

/// All cores together: each runs until it waits for another, and goes on when what it waits for has come.
public final class Machine {
    /// Which core runs on, of those that could. Programs must not depend on it.
    public enum Order { FIRST_COME, LAST_COME }

    private final List<CoreRun> cores = new ArrayList<>();
    private final ArrayDeque<CoreRun> ready = new ArrayDeque<>();
    private final Order order;
    private final Meetings meetings;
    private final Diagnostics diagnostics;

    /// @param meetings are told of each message
    Machine(List<CoreProgram> programs, Order order, Meetings meetings, Diagnostics diagnostics) {
        this.order = order;
        this.meetings = meetings;
        this.diagnostics = diagnostics;
        for (var program : programs) cores.add(new CoreRun(this, cores.size(), program, programs.size()));
        ready.addAll(cores);
    }

    /// The number of the core at `index`.
    long number(int index) {
        return cores.get(index).number;
    }

    /// Runs all programs to their ends.
    ///
    /// @throws CompileFailure when an instruction does what it must not or the cores wait for each other; it has been reported
    void run() {
        while (!ready.isEmpty()) {
            var core = order == Order.FIRST_COME ? ready.pollFirst() : ready.pollLast();
            try {
                core.run();
                if (core.waiting != null) core.waiting.settle(core);
            } catch (Fault fault) {
                throw moment(core).failure(diagnostics, fault.getMessage());
            }
        }
        var waiting = cores.stream().filter(c -> !c.ended()).map(c -> c.waiting.waiting(c)).toList();
        if (!waiting.isEmpty()) throw Deadlock.report(waiting, number -> core(number) != null, diagnostics);
    }

    private static Moment moment(CoreRun core) {
        return new Moment(core.number, core.current().operation, core.counters);
    }

    /// The core of that number; null when there is none.
    CoreRun core(long number) {
        for (var core : cores) if (core.number == number) return core;
        return null;
    }

    void goesOn(CoreRun core) {
        ready.addLast(core);
    }

    /// The core has come to its half of a message.
    void meet(CoreRun core, MessageStep mine) {
        var other = core(mine.core);
        if (other == null) return;
        if (!(other.waiting instanceof MessageStep theirs) || theirs.core != core.number || theirs.sends == mine.sends) return;
        var from = mine.sends ? core : other;
        var to = mine.sends ? other : core;
        var send = mine.sends ? mine : theirs;
        var recv = mine.sends ? theirs : mine;
        long size = send.part.span().size(), received = recv.part.span().size();
        if (size != received) throw moment(from).differs(size, moment(to), received, diagnostics);
        System.arraycopy(from.local.bytes, from.messageAt, to.local.bytes, to.messageAt, (int) size);
        learn(core, other);
        meetings.met(send.operation, recv.operation);
        other.goOn();
        core.goOn();
    }

    /// Both know now what either knew, and a new time begins for both.
    static void learn(CoreRun a, CoreRun b) {
        CoreRun.learn(a.clock, b.clock);
        CoreRun.learn(b.clock, a.clock);
        a.clock[a.index]++;
        b.clock[b.index]++;
    }
}
