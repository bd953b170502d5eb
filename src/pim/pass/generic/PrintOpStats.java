package pim.pass.generic;

import java.util.TreeMap;
import java.util.stream.Collectors;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Shows how many operations of each kind there are, as a table or, with `json`, as an object of JSON.
///
/// @param json whether it is JSON
public record PrintOpStats(boolean json) implements Pass {
    public PrintOpStats() {
        this(false);
    }

    @Override public String summary() {
        return "Print statistics of operations";
    }

    @Override public void run(Operation root, PassContext context) {
        var counts = new TreeMap<String, Integer>();
        root.walk(op -> counts.merge(op.name(), 1, Integer::sum));
        context.diagnostics().show(json ? counts.entrySet().stream().map(e -> "  \"" + e.getKey() + "\" : " + e.getValue())
            .collect(Collectors.joining(",\n", "{\n", "\n}\n")) : table(counts));
        context.preserveAll();
    }

    /// The dots of the names stand below each other.
    private static String table(TreeMap<String, Integer> counts) {
        int dialects = counts.keySet().stream().mapToInt(name -> Math.max(0, name.indexOf('.'))).max().orElse(0);
        int ops = counts.keySet().stream().mapToInt(name -> name.length() - name.indexOf('.') - 1).max().orElse(0);
        var text = new StringBuilder("Operations encountered:\n-----------------------\n");
        counts.forEach((name, count) -> {
            int dot = name.indexOf('.');
            text.repeat(' ', dialects + 2 + (dot < 0 ? 1 : -dot)).append(name).repeat(' ', ops - (name.length() - dot - 1));
            text.append(" , ").append(count).append('\n');
        });
        return text.toString();
    }
}
