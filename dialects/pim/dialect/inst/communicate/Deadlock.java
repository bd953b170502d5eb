package pim.dialect.inst.communicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongPredicate;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;

/// What is said when cores wait and nobody can go on any more, whoever has found it out.
public final class Deadlock {
    private Deadlock() {}

    /// Follows who waits for whom from the first on, up to a core that comes again, does not wait or may be any.
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
        var notes = told.stream().skip(1).map(w -> Diagnostic.note(w.location(), w.says())).toArray(Diagnostic[]::new);
        return diagnostics.failure(told.getFirst().location(), "deadlock: " + told.getFirst().says() + end, notes);
    }
}
