package pim.syntax;

import java.util.HashMap;
import java.util.Map;

/// How deep the syntax is at this point, and how deep and how large what the aliases stand for is. A chain of aliases, each of the one before, is as
/// deep as if it were written out; and where each names the one before twice, its size doubles with each line.
final class Nesting {
    /// As many rules may be within each other as threads of usual size can follow, here and in all that looks at what has been read.
    static final int DEEPEST = 2500;
    /// So many aliases may stand within what one alias stands for.
    static final int MOST_PARTS = 1 << 20;

    private record Extent(int depth, long parts) {}

    private final Map<String, Extent> aliases = new HashMap<>();
    private int depth, deepest;
    private long parts;
    private boolean inAlias;

    /// Whether it is not too deep to go on.
    boolean enter() {
        if (++depth > deepest) deepest = depth;
        return depth <= DEEPEST;
    }

    void exit() {
        depth--;
    }

    void beginAlias() {
        deepest = depth;
        parts = 0;
        inAlias = true;
    }

    void endAlias(String name) {
        inAlias = false;
        aliases.putIfAbsent(name, new Extent(deepest - depth, parts));
    }

    /// Whether what the alias stands for, written out here, would not be too deep or too large.
    boolean use(String name) {
        var extent = aliases.get(name);
        if (extent == null) return true;
        deepest = Math.max(deepest, depth + extent.depth);
        // Beside each other in a program may stand as many as there are.
        if (inAlias) parts += extent.parts + 1;
        return deepest <= DEEPEST && parts <= MOST_PARTS;
    }
}
