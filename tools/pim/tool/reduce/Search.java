package pim.tool.reduce;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.ir.Call;
import pim.ir.Copy;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Symbols;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;

/// Looks for the smallest interesting program that changes lead to, many of them at once as long as that goes well, then fewer: the way of delta
/// debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input").
final class Search {
    /// Whether the program of that text is interesting.
    @FunctionalInterface interface Judge {
        boolean isInteresting(String text) throws IOException;
    }

    private final Registry registry;
    private final Resources resources;
    private final PrintOptions print;
    private final Judge judge;
    private final Consumer<String> progress;
    /// How many calls of the input run what is not there.
    private final int lostCalls;
    private final Set<String> judged = new HashSet<>();
    private Operation best;
    private String text;

    /// @param progress told in a line what each way of reducing has brought
    Search(Operation module, Registry registry, Resources resources, PrintOptions print, Judge judge, Consumer<String> progress) {
        this.registry = registry;
        this.resources = resources;
        this.print = print;
        this.judge = judge;
        this.progress = progress;
        this.best = module;
        this.text = text(module);
        this.lostCalls = lostCalls(module);
    }

    /// The smallest program found so far, and its text.
    Operation best() {
        return best;
    }

    String text() {
        return text;
    }

    /// How many programs were judged.
    int tests() {
        return judged.size();
    }

    /// Applies the reductions one after the other until none of them has anything left to do.
    void run(List<Reduction> reductions) throws IOException {
        String before;
        do {
            before = text;
            for (var reduction : reductions) {
                int size = text.length();
                reduce(reduction);
                if (text.length() < size) progress.accept(reduction.name() + ": " + size + " -> " + text.length() + " characters, " + tests() + " tests");
            }
        } while (!text.equals(before));
    }

    private void reduce(Reduction reduction) throws IOException {
        int places = reduction.edits().of(Copy.of(best)).size();
        for (int size = places; size > 0; size /= 2) {
            for (int from = 0; from < places; ) {
                if (attempt(reduction, from, size)) places = reduction.edits().of(Copy.of(best)).size();
                else from += size;
            }
        }
    }

    /// Makes `count` of the changes, and keeps what comes out of it if it is good.
    private boolean attempt(Reduction reduction, int from, int count) throws IOException {
        var candidate = Copy.of(best);
        var edits = reduction.edits().of(candidate);
        edits.subList(from, Math.min(from + count, edits.size())).forEach(Runnable::run);
        if (!isValid(candidate)) return false;
        var written = text(candidate);
        // Of texts of one length the first by their characters counts as smaller, so that there is an end.
        boolean smaller = written.length() < text.length() || written.length() == text.length() && written.compareTo(text) < 0;
        if (!smaller || !judged.add(written) || !judge.isInteresting(written)) return false;
        best = candidate;
        text = written;
        return true;
    }

    /// Whether the program is right, and no call has lost what it runs.
    private boolean isValid(Operation module) {
        return Verifier.verify(module, registry, new Diagnostics(_ -> {})) && lostCalls(module) <= lostCalls;
    }

    private static int lostCalls(Operation module) {
        var lost = new int[1];
        module.walk(op -> {
            if (op.op() instanceof Call call && Symbols.resolve(op, call.callee()) == null) lost[0]++;
        });
        return lost[0];
    }

    private String text(Operation module) {
        return ModulePrinter.print(module, resources, print);
    }
}
