package pim.tool.filecheck.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A regular expression as a list of steps; the first step is the start and the last one accepts.
record Program(List<Step> steps, int registers, boolean hasBackReferences) {
    /// A bound on the steps, so that nested counts such as `((a{255}){255}){255}` are refused rather than built. What an expression says without
    /// counts is never refused, however long it is.
    private static final int MOST_STEPS = 100_000;
    private static final int MOST_STEPS_OF_A_BYTE = 4;

    sealed interface Step {
        /// Takes one byte of the set.
        record Take(BitSet set) implements Step {}

        record Assert(Node.Anchor anchor) implements Step {}

        record Repeat(int group) implements Step {}

        /// Stores the place in a register: `2g` and `2g + 1` hold the start and the end of group `g`, later ones the starts of loop rounds.
        record Store(int register) implements Step {}

        /// Goes on at `first`, or else at `second`.
        record Fork(int first, int second) implements Step {}

        /// Goes on at `again`, or else at the next step; only the latter when the round that began at `register` took nothing.
        record Loop(int register, int again) implements Step {}

        record Jump(int target) implements Step {}

        record Accept() implements Step {}
    }

    /// @param length of the text of the expression
    static Program of(Node node, int groups, int length) throws RegexSyntaxException {
        var builder = new Builder(2 * (groups + 1), MOST_STEPS + (long) MOST_STEPS_OF_A_BYTE * length);
        builder.add(node);
        builder.emit(new Step.Accept());
        return new Program(List.copyOf(builder.steps), builder.registers, builder.hasBackReferences);
    }

    private static final class Builder {
        final List<Step> steps = new ArrayList<>();
        private final long mostSteps;
        int registers;
        boolean hasBackReferences;

        Builder(int registers, long mostSteps) {
            this.registers = registers;
            this.mostSteps = mostSteps;
        }

        int emit(Step step) throws RegexSyntaxException {
            if (steps.size() >= mostSteps) throw new RegexLimitException("regular expression too large");
            steps.add(step);
            return steps.size() - 1;
        }

        void add(Node node) throws RegexSyntaxException {
            switch (node) {
                case Node.Bytes(var set) -> emit(new Step.Take(set));
                case Node.At(var anchor) -> emit(new Step.Assert(anchor));
                case Node.BackReference(var index) -> {
                    hasBackReferences = true;
                    emit(new Step.Repeat(index));
                }
                case Node.Group(var index, var body) -> {
                    emit(new Step.Store(2 * index));
                    add(body);
                    emit(new Step.Store(2 * index + 1));
                }
                case Node.Sequence(var parts) -> {
                    for (var part : parts) add(part);
                }
                case Node.Choice(var alternatives) -> choice(alternatives);
                case Node.Repeat(var body, var least, var most) -> repeat(body, least, most);
            }
        }

        private void choice(List<Node> alternatives) throws RegexSyntaxException {
            var jumps = new ArrayList<Integer>();
            for (var alternative : alternatives.subList(0, alternatives.size() - 1)) {
                int fork = emit(new Step.Jump(0));
                add(alternative);
                jumps.add(emit(new Step.Jump(0)));
                steps.set(fork, new Step.Fork(fork + 1, steps.size()));
            }
            add(alternatives.getLast());
            for (int jump : jumps) steps.set(jump, new Step.Jump(steps.size()));
        }

        /// `x{2,4}` is `xx(x(x)?)?`, and `x{2,}` is `xxx*`.
        private void repeat(Node body, int least, int most) throws RegexSyntaxException {
            for (int i = 0; i < least; i++) add(body);
            var forks = new ArrayList<Integer>();
            if (most == Node.UNBOUNDED) {
                forks.add(emit(new Step.Jump(0)));
                int register = registers++;
                int round = emit(new Step.Store(register));
                add(body);
                emit(new Step.Loop(register, round));
            } else {
                for (int i = least; i < most; i++) {
                    forks.add(emit(new Step.Jump(0)));
                    add(body);
                }
            }
            for (int fork : forks) steps.set(fork, new Step.Fork(fork + 1, steps.size()));
        }
    }
}
