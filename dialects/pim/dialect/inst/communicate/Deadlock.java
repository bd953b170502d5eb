package pim.dialect.inst.communicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongPredicate;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;

/// What is said when cores wait and nobody can go on any more, whoever has found it out.
public final class Deadlock {
    private Deadlock() {}

    /// Other cores told of that wait for events, at most.
    private static final int OTHERS = 8;

    /// Follows who waits for whom from the first on, up to a core that comes again, does not wait or may be any. Where it may be any, others that wait
    /// for events are told of as well: first those whose register has passed the value, which nobody can help any more.
    ///
    /// @param waiting    all that wait, at least one
    /// @param hasProgram whether there is a program for the core of that number
    /// @return what the caller throws; it has been reported
    public static CompileFailure report(List<Waiting> waiting, LongPredicate hasProgram, Diagnostics diagnostics) {
        var byCore = new LinkedHashMap<Long, Waiting>();
        for (var w : waiting) byCore.putIfAbsent(w.core(), w);
        var path = new ArrayList<Waiting>();
        var next = waiting.getFirst();
        while (next != null && !path.contains(next)) {
            path.add(next);
            next = next.awaited().isPresent() ? byCore.get(next.awaited().getAsLong()) : null;
        }
        var told = next == null ? path : path.subList(path.indexOf(next), path.size());
        var last = path.getLast().awaited();
        var end = next != null || last.isEmpty() ? "" : hasProgram.test(last.getAsLong()) ? ", and the program of core " + last.getAsLong() + " has ended"
            : ", and core " + last.getAsLong() + " has no program";
        var notes = new ArrayList<Diagnostic>();
        var named = new ArrayList<>(told);
        if (next == null && last.isEmpty()) {
            waiting.stream().filter(w -> w.awaited().isEmpty() && !told.contains(w)).sorted(Comparator.comparing(w -> !w.passed())).limit(OTHERS)
                .forEach(named::add);
        }
        for (var w : named) {
            if (w != named.getFirst()) notes.add(Diagnostic.note(w.location(), w.says()));
            if (w.passed()) notes.add(Diagnostic.note(w.location(), "the register passed that value before core " + w.core()
                + " came to wait for it; whether it does may depend on timing"));
        }
        return diagnostics.failure(told.getFirst().location(), "deadlock: " + told.getFirst().says() + end, notes.toArray(Diagnostic[]::new));
    }
}
