package pim.diagnose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import pim.ir.Operation;
import pim.ir.attr.Location;

/// Where all messages of one run of a tool go: counts the errors and hands each message to whoever listens.
public final class Diagnostics {
    private final Map<String, SourceText> sources;
    private Consumer<Diagnostic> handler;
    private Consumer<String> shown = _ -> {};
    private Function<Operation, List<Diagnostic>> aboutOperation = _ -> List.of();
    private String input;
    private int errors;

    public Diagnostics(Consumer<Diagnostic> handler) {
        this(new ConcurrentHashMap<>(), handler);
    }

    private Diagnostics(Map<String, SourceText> sources, Consumer<Diagnostic> handler) {
        this.sources = sources;
        this.handler = handler;
    }

    /// Diagnostics of one of several things that are done at the same time. Its messages come here when what is handed to `later` is run.
    public Diagnostics fork(Consumer<Runnable> later) {
        var fork = new Diagnostics(sources, diagnostic -> later.accept(() -> report(diagnostic)));
        fork.aboutOperation = aboutOperation;
        fork.shown = text -> later.accept(() -> show(text));
        return fork;
    }

    /// Messages are written as text, each with the line of source it speaks of.
    public static Diagnostics printingTo(Appendable out) {
        var diagnostics = new Diagnostics(null);
        diagnostics.handler = d -> DiagnosticPrinter.print(d, diagnostics.input, diagnostics.sources, out);
        return diagnostics.showingOn(out);
    }

    /// Of each message only what `filter` makes of it goes on; nothing where that is null. All errors count.
    public Diagnostics filtered(UnaryOperator<Diagnostic> filter) {
        var next = handler;
        handler = message -> {
            var left = filter.apply(message);
            if (left != null) next.accept(left);
        };
        return this;
    }

    /// Where what passes show goes; nowhere as long as nothing is said.
    public Diagnostics showingOn(Appendable out) {
        shown = text -> {
            try {
                out.append(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return this;
    }

    /// Writes text that is no message but stands among them: what a pass has been asked to show.
    public synchronized void show(String text) {
        shown.accept(text);
    }

    public synchronized void report(Diagnostic diagnostic) {
        if (diagnostic.severity() == Diagnostic.Severity.ERROR) errors++;
        handler.accept(diagnostic);
    }

    /// With each message about an operation come first the notes that `notes` has for it.
    public Diagnostics notingOperations(Function<Operation, List<Diagnostic>> notes) {
        aboutOperation = notes;
        return this;
    }

    /// What is wrong with an operation: `'name' op message`.
    public void error(Operation operation, String message, Diagnostic... notes) {
        var all = new ArrayList<>(aboutOperation.apply(operation));
        all.addAll(List.of(notes));
        report(new Diagnostic(Diagnostic.Severity.ERROR, operation.location(), "'" + operation.name() + "' op " + message, all));
    }

    public void error(Location location, String message, Diagnostic... notes) {
        report(Diagnostic.error(location, message, notes));
    }

    /// Reports the error and gives the exception that ends the work; the caller throws it.
    public CompileFailure failure(Location location, String message, Diagnostic... notes) {
        error(location, message, notes);
        return new CompileFailure(message);
    }

    /// As above, for what is wrong with an operation.
    public CompileFailure failure(Operation operation, String message, Diagnostic... notes) {
        error(operation, message, notes);
        return new CompileFailure("'" + operation.name() + "' op " + message);
    }

    public int errorCount() {
        return errors;
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /// Says which file the work is about: what is wrong without a place in a file is said of it.
    public void setInput(String path) {
        input = path;
    }

    /// Makes the text of a file known, so that messages can show its lines.
    public void addSource(SourceText source) {
        sources.put(source.path(), source);
    }

    public SourceText source(String path) {
        return sources.get(path);
    }
}
