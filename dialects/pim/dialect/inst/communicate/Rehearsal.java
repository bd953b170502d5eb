package pim.dialect.inst.communicate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;

/// A run of all cores in which nothing happens but exchanges.
///
/// Who meets whom does not depend on who runs first: a core waits for one certain other, so that of two things that can happen neither takes the other
/// its chance, and whatever the order, the same has happened in the end. With events that holds as well unless two of them come in no certain order,
/// which is an error of its own ([Registers]). So one run decides for all. It may take any order, and takes one in which rounds repeat soon: a core
/// goes on as far as it comes, and then whom it waits for, not everybody in turn. What repeats is skipped ([State]).
final class Rehearsal {
    private final List<Party> parties = new ArrayList<>();
    private final Map<Long, Party> byCore = new HashMap<>();
    private final Registers registers;
    private final Diagnostics diagnostics;
    private final ArrayDeque<Party> queue = new ArrayDeque<>();
    /// Each but the last waits for the one behind it.
    private final ArrayList<Party> path = new ArrayList<>();

    Rehearsal(List<Script> scripts, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (var script : scripts) parties.add(new Party(script, parties.size()));
        for (var party : parties) byCore.put(party.core(), party);
        registers = new Registers(parties);
    }

    List<Party> parties() {
        return parties;
    }

    Registers registers() {
        return registers;
    }

    /// @throws CompileFailure when cores wait for ever or halves of a message differ; it has been reported
    void run() {
        parties.forEach(this::queue);
        while (!queue.isEmpty()) {
            var party = queue.poll();
            party.queued = false;
            if (party.waiting != null) continue;
            push(party);
            while (!path.isEmpty() && proceed(path.getLast())) { }
            for (var p : path) p.onPath = false;
            path.clear();
        }
        for (var party : parties) {
            if (!(party.waiting instanceof Exchange.Await await)) continue;
            var passed = registers.passed(await, party);
            if (passed != null) throw diagnostics.failure(passed.by().operation(), ""
                + unordered(passed.by()) + " (core " + passed.core() + ")", cleared(await));
        }
        var waiting = parties.stream().filter(p -> !p.ended()).map(this::waiting).toList();
        if (!waiting.isEmpty()) throw Deadlock.report(waiting, byCore::containsKey, diagnostics);
    }

    private void queue(Party party) {
        if (party.queued || party.onPath) return;
        party.queued = true;
        queue.add(party);
    }

    private void push(Party party) {
        party.onPath = true;
        path.add(party);
    }

    /// Lets the last of the path go on, or puts behind it whom it waits for.
    ///
    /// @return whether there is something to be done for the last of the path
    private boolean proceed(Party party) {
        party.advance(this);
        return switch (party.waiting) {
            case null -> false;
            case Exchange.Message message -> meet(party, message);
            case Exchange.Sync sync -> count(party, sync);
            case Exchange.Await await -> {
                if (!registers.clear(await, party)) yield false;
                party.waiting = null;
                yield true;
            }
        };
    }

    private boolean meet(Party party, Exchange.Message mine) {
        var other = byCore.get(mine.core());
        if (other == null || other.ended()) return false;
        if (!(other.waiting instanceof Exchange.Message theirs) || theirs.core() != party.core() || theirs.getClass() == mine.getClass()) {
            if (other.onPath) return false;
            push(other);
            return true;
        }
        if (mine.size() != theirs.size()) throw mine instanceof Exchange.Send ? differs(party, mine, other, theirs) : differs(other, theirs, party, mine);
        registers.meet(party, other);
        party.waiting = other.waiting = null;
        if (other.onPath) {
            // It stands in front of this one, since it waited for it.
            path.removeLast();
            party.onPath = false;
            queue(party);
        } else {
            queue(other);
        }
        return true;
    }

    private CompileFailure differs(Party from, Exchange.Message send, Party to, Exchange.Message recv) {
        return from.moment().differs(send.size(), to.moment(), recv.size(), diagnostics);
    }

    private boolean count(Party party, Exchange.Sync sync) {
        var other = byCore.get(sync.core());
        if (other == null) return false;
        var before = registers.unordered(sync, party);
        if (before != null) {
            throw party.moment().failure(diagnostics, unordered(sync), cleared(before));
        }
        registers.count(sync, party);
        party.waiting = null;
        if (other.waiting instanceof Exchange.Await await && registers.clear(await, other)) {
            other.waiting = null;
            queue(other);
        }
        return true;
    }

    private static String unordered(Exchange.Sync sync) {
        return "may count event register " + sync.register() + " of core " + sync.core()
            + " before that has cleared it, so that the count passes the awaited value: no message and no event makes sure of the order";
    }

    private static Diagnostic cleared(Exchange.Await by) {
        return Diagnostic.note(by.operation().location(), "the register is cleared by '" + by.operation().name() + "' here");
    }

    private Waiting waiting(Party party) {
        var operation = party.waiting.operation();
        return switch (party.waiting) {
            case Exchange.Message message -> Waiting.message(party.core(), operation, message.core());
            case Exchange.Sync sync -> Waiting.message(party.core(), operation, sync.core());
            case Exchange.Await await -> Waiting.event(party.core(), Waiting.name(operation), operation.location(), await.register(), await.value(),
                registers.count(party.core(), await.register())).whateverTheTiming();
        };
    }
}
