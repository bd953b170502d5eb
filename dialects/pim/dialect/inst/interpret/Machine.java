package pim.dialect.inst.interpret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.CountedLoop;
import pim.ir.attr.Location;

/// All cores together: each runs until it waits for another, and goes on when what it waits for has come.
public final class Machine {
    /// Which core runs on, of those that could. Programs must not depend on it.
    public enum Order { FIRST_COME, LAST_COME }

    private final List<CoreRun> cores = new ArrayList<>();
    private final ArrayDeque<CoreRun> ready = new ArrayDeque<>();
    private final Order order;
    private final Diagnostics diagnostics;

    Machine(List<CoreProgram> programs, Order order, Diagnostics diagnostics) {
        this.order = order;
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
                throw failure(core, fault.getMessage());
            }
        }
        for (var core : cores) if (!core.ended()) throw deadlock(core);
    }

    private CompileFailure failure(CoreRun core, String message, Diagnostic... notes) {
        var operation = core.current().operation;
        var where = " (core " + core.number + counters(core) + ")";
        return diagnostics.failure(operation.location(), "'" + operation.name() + "' op " + message + where, notes);
    }

    private static String counters(CoreRun core) {
        var at = new StringBuilder();
        int depth = 0;
        for (var p = core.current().operation.parent(); p != null && p.op() instanceof CountedLoop; p = p.parent()) depth++;
        for (int i = 0; i < depth; i++) at.append(i == 0 ? ", loop counters " : ", ").append(core.counters[i]);
        return at.toString();
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
        if (other == null) throw new Fault("waits for core " + mine.core + ", which has no program");
        if (!(other.waiting instanceof MessageStep theirs) || theirs.core != core.number || theirs.sends == mine.sends) return;
        if (theirs.part.span().size() != mine.part.span().size()) {
            throw failure(core, "moves " + mine.part.span().size() + " bytes, but the other half moves " + theirs.part.span().size(),
                Diagnostic.note(theirs.operation.location(), "the other half is '" + theirs.operation.name() + "' on core " + other.number));
        }
        var from = mine.sends ? core : other;
        var to = mine.sends ? other : core;
        System.arraycopy(from.local.bytes, from.messageAt, to.local.bytes, to.messageAt, (int) mine.part.span().size());
        learn(core, other);
        other.goOn();
        core.goOn();
    }

    /// Both know now what either knew, and a new time begins for both.
    private static void learn(CoreRun a, CoreRun b) {
        CoreRun.learn(a.clock, b.clock);
        CoreRun.learn(b.clock, a.clock);
        a.clock[a.index]++;
        b.clock[b.index]++;
    }

    /// Follows who waits for whom from `core` on, up to a core that comes again, has ended or waits for no certain other.
    private CompileFailure deadlock(CoreRun core) {
        var path = new ArrayList<CoreRun>();
        for (; core != null && !core.ended() && !path.contains(core); core = core.waiting.awaited(core)) path.add(core);
        var ended = core != null && core.ended() ? core : null;
        var waiting = core == null || ended != null ? path : path.subList(path.indexOf(core), path.size());
        var notes = waiting.stream().skip(1).map(c -> Diagnostic.note(c.waiting.operation.location(), says(c))).toArray(Diagnostic[]::new);
        var first = waiting.getFirst();
        var end = ended == null ? "" : ", and the program of core " + ended.number + " has ended";
        return diagnostics.failure(first.waiting.operation.location(), "deadlock: " + says(first) + end, notes);
    }

    private static String says(CoreRun core) {
        var operation = core.waiting.operation;
        return "core " + core.number + " waits in '" + operation.name() + "'" + layer(operation.location()) + " " + core.waiting.reason(core);
    }

    private static String layer(Location location) {
        return switch (location) {
            case Location.Name(var name, _) -> " of layer \"" + name + "\"";
            case Location.Fused(_, var parts) -> parts.stream().map(Machine::layer).filter(s -> !s.isEmpty()).findFirst().orElse("");
            default -> "";
        };
    }
}
