package pim.tool.filecheck.regex;

import java.util.Arrays;
import java.util.BitSet;
import pim.tool.filecheck.regex.Program.Step;

/// Follows one way through the program at a time, most eager first, to learn what each group matched.
final class Backtracking {
    /// Trials after which a search with back-references is given up: about a second.
    private static final long MOST_TRIALS = 50_000_000;

    private final Program program;
    private final String text;
    private final int from;
    private final int to;
    private final int[] registers;
    /// Triples still to be tried: a step, its place, 0; or a register, its former value, 1.
    private int[] stack = new int[96];
    private int depth;

    Backtracking(Program program, String text, int from, int to) {
        this.program = program;
        this.text = text;
        this.from = from;
        this.to = to;
        this.registers = new int[program.registers()];
    }

    /// The registers of a match of exactly `[start, end)`, which exists. Each pair of step and place is tried once.
    int[] exactly(int start, int end) throws RegexSyntaxException {
        return search(start, end, new BitSet());
    }

    /// The registers of the longest match from `start`, or null.
    int[] longest(int start) throws RegexSyntaxException {
        return search(start, -1, null);
    }

    private int[] search(int start, int end, BitSet tried) throws RegexSyntaxException {
        Arrays.fill(registers, -1);
        registers[0] = start;
        push(0, start, 0);
        int[] best = null;
        int width = program.steps().size();
        if (tried != null && (long) (end - start + 1) * width > Integer.MAX_VALUE) throw new RegexLimitException("match too long for groups");
        for (long trials = 0; depth > 0; ) {
            depth -= 3;
            if (stack[depth + 2] == 1) {
                registers[stack[depth]] = stack[depth + 1];
                continue;
            }
            int step = stack[depth];
            int at = stack[depth + 1];
            while (step >= 0) {
                if (tried != null) {
                    int pair = (at - start) * width + step;
                    if (tried.get(pair)) break;
                    tried.set(pair);
                } else if (++trials > MOST_TRIALS) {
                    throw new RegexLimitException("back-references need too many trials");
                }
                switch (program.steps().get(step)) {
                    case Step.Take(var set) -> step = at < to && set.get(text.charAt(at++)) ? step + 1 : -1;
                    case Step.Assert(var anchor) -> step = anchor.holds(text, at, from, to) ? step + 1 : -1;
                    case Step.Repeat(var group) -> {
                        int length = registers[2 * group + 1] - registers[2 * group];
                        boolean same = registers[2 * group + 1] >= 0 && at + length <= to
                            && text.regionMatches(at, text, registers[2 * group], length);
                        at += length;
                        step = same ? step + 1 : -1;
                    }
                    case Step.Store(var register) -> {
                        push(register, registers[register], 1);
                        registers[register] = at;
                        step++;
                    }
                    case Step.Fork(var first, var second) -> {
                        push(second, at, 0);
                        step = first;
                    }
                    case Step.Loop(var register, var again) -> {
                        if (registers[register] == at) {
                            step++;
                        } else {
                            push(step + 1, at, 0);
                            step = again;
                        }
                    }
                    case Step.Jump(var target) -> step = target;
                    case Step.Accept _ -> {
                        step = -1;
                        registers[1] = at;
                        if (at == end) return registers;
                        if (end < 0 && (best == null || at > best[1])) best = registers.clone();
                    }
                }
            }
        }
        return best;
    }

    private void push(int first, int second, int kind) {
        if (depth == stack.length) stack = Arrays.copyOf(stack, 2 * depth);
        stack[depth++] = first;
        stack[depth++] = second;
        stack[depth++] = kind;
    }
}
