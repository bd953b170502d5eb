package pim.rewrite;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import pim.diagnose.Spelling;
import pim.rewrite.Actions.Tag;

/// How many actions of a kind are left out first, and how many are done then; all further ones are left out as well. So a bisection finds the one
/// that a wrong result comes from.
public final class DebugCounters {
    private static final String SKIP = "-skip", COUNT = "-count";
    private static final long UNLIMITED = -1;

    private final Map<Tag, Counter> counters = new EnumMap<>(Tag.class);

    private static final class Counter {
        private long seen;
        private long skip;
        private long count = UNLIMITED;

        @Override public String toString() {
            return "{" + seen + "," + skip + "," + count + "}";
        }
    }

    /// The counters that `text` sets: `apply-pattern-skip=3,apply-pattern-count=1` leaves out all patterns but the fourth. An empty text sets none.
    ///
    /// @throws IllegalArgumentException with what is wrong with the text
    public static DebugCounters parse(String text) {
        var counters = new DebugCounters();
        if (!text.isEmpty()) for (var argument : text.split(",", -1)) counters.set(argument);
        return counters;
    }

    private void set(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 0) throw new IllegalArgumentException("expected DebugCounter argument to have an `=` separating the counter name and value, "
            + "but the provided argument was: `" + argument + "`");
        var name = argument.substring(0, equals);
        var value = argument.substring(equals + 1);
        boolean skips = name.endsWith(SKIP);
        if (!skips && !name.endsWith(COUNT)) {
            throw new IllegalArgumentException("expected DebugCounter counter name to end with either `-skip` or `-count`, but got `" + name + "`");
        }
        var counter = counters.computeIfAbsent(tag(name.substring(0, name.length() - (skips ? SKIP : COUNT).length())), _ -> new Counter());
        try {
            long number = Long.parseLong(value);
            if (skips) counter.skip = number;
            else counter.count = number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected DebugCounter counter value to be numeric, but got `" + value + "`");
        }
    }

    private static Tag tag(String name) {
        for (var tag : Tag.values()) if (tag.toString().equals(name)) return tag;
        var known = Arrays.stream(Tag.values()).map(Tag::toString).toList();
        throw new IllegalArgumentException("there is no DebugCounter `" + name + "`" + Spelling.suggestion(name, known) + " (there are "
            + String.join(", ", known) + ")");
    }

    /// Counts one, and says whether it is to be done.
    boolean count(Tag tag) {
        var counter = counters.get(tag);
        if (counter == null) return true;
        counter.seen++;
        if (counter.skip < 0) return true;
        if (counter.seen <= counter.skip) return false;
        return counter.count < 0 || counter.seen <= counter.skip + counter.count;
    }

    public boolean isEmpty() {
        return counters.isEmpty();
    }

    /// How many there were of each that was set, as MLIR writes it: `{seen,skip,count}`.
    public String report() {
        var text = new StringBuilder("DebugCounter counters:\n");
        counters.forEach((tag, counter) -> text.append(String.format("%-32s: %s\n", tag, counter)));
        return text.toString();
    }
}
