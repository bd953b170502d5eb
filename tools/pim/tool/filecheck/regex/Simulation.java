package pim.tool.filecheck.regex;

import pim.tool.filecheck.regex.Program.Step;

/// Finds the leftmost longest span by following all ways through the program side by side, each step at most once per byte.
final class Simulation {
    private final Regex regex;
    private final Program program;
    private final String text;
    private final int from;
    private final int to;
    private final int[] stack;
    /// For each step the place at which it was last entered, plus one.
    private final int[] entered;
    private Ways now;
    private Ways next;

    /// The steps that wait for a byte, with the place where each began; ordered by that place.
    private static final class Ways {
        final int[] step;
        final int[] start;
        int size;

        Ways(int capacity) {
            step = new int[capacity];
            start = new int[capacity];
        }
    }

    Simulation(Regex regex, Program program, String text, int from, int to) {
        this.regex = regex;
        this.program = program;
        this.text = text;
        this.from = from;
        this.to = to;
        int size = program.steps().size();
        stack = new int[2 * size + 2];
        entered = new int[size];
        now = new Ways(size);
        next = new Ways(size);
    }

    /// Start and end of the match, or null.
    int[] span() {
        int bestStart = -1;
        int bestEnd = -1;
        for (int at = from; at <= to; at++) {
            if (bestStart < 0) {
                if (now.size == 0 && (at = regex.candidate(text, at, to)) < 0) return null;
                enter(now, 0, at, at);
            } else if (now.size == 0) {
                break;
            }
            next.size = 0;
            for (int i = 0; i < now.size; i++) {
                int start = now.start[i];
                if (bestStart >= 0 && start > bestStart) break;
                int place = now.step[i];
                switch (program.steps().get(place)) {
                    case Step.Accept _ -> {
                        bestStart = start;
                        bestEnd = at;
                    }
                    case Step.Take(var set) -> {
                        if (at < to && set.get(text.charAt(at))) enter(next, place + 1, at + 1, start);
                    }
                    default -> { }
                }
            }
            var spare = now;
            now = next;
            next = spare;
        }
        return bestStart < 0 ? null : new int[] {bestStart, bestEnd};
    }

    /// Adds to `ways` the steps that `place` leads to without taking a byte.
    private void enter(Ways ways, int place, int at, int start) {
        int depth = 0;
        stack[depth++] = place;
        while (depth > 0) {
            int here = stack[--depth];
            if (entered[here] == at + 1) continue;
            entered[here] = at + 1;
            switch (program.steps().get(here)) {
                case Step.Fork(var first, var second) -> {
                    stack[depth++] = second;
                    stack[depth++] = first;
                }
                case Step.Loop(_, var again) -> {
                    stack[depth++] = here + 1;
                    stack[depth++] = again;
                }
                case Step.Jump(var target) -> stack[depth++] = target;
                case Step.Store _ -> stack[depth++] = here + 1;
                case Step.Assert(var anchor) -> {
                    if (anchor.holds(text, at, from, to)) stack[depth++] = here + 1;
                }
                case Step.Take _, Step.Accept _ -> {
                    ways.step[ways.size] = here;
                    ways.start[ways.size++] = start;
                }
                case Step.Repeat _ -> throw new IllegalStateException("a back-reference cannot be simulated");
            }
        }
    }
}
