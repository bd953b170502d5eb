package pim.dialect.isa.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pim.dialect.isa.Opcode;

/// The vector instructions that compute a function, for vectors of any length.
///
/// @param temporaries the widths of scratch vectors, bits, by their numbers
/// @param whole       whether the result is one element of all the vector, which cannot be cut
record VectorProgram(List<Step> steps, List<Integer> temporaries, boolean whole) {
    /// One instruction.
    ///
    /// @param y         null for an instruction of one operand; a [Operand.Single] of a bound
    /// @param in        bits of elements of the operands
    /// @param out       bits of elements of the result
    /// @param fractions of functions of real numbers, else null
    /// @param single    whether it works on one element, whatever the length of the vectors
    record Step(Opcode opcode, Operand to, Operand x, Operand y, int in, int out, long[] fractions, boolean single) {
        private Step replace(UnaryOperator<Operand> by) {
            return new Step(opcode, by.apply(to), by.apply(x), y == null ? null : by.apply(y), in, out, fractions, single);
        }

        private boolean reads(Operand operand) {
            return x.equals(operand) || operand.equals(y);
        }
    }

    /// What must be in memory before.
    Set<Operand> constants() {
        var constants = new LinkedHashSet<Operand>();
        for (var step : steps) Stream.of(step.to, step.x, step.y == null ? step.x : step.y).filter(Operand::isConstant).forEach(constants::add);
        return constants;
    }

    /// Bytes of scratch space for vectors of `length`.
    long scratch(long length) {
        return temporaries.stream().mapToLong(bits -> bits / Byte.SIZE * length).sum();
    }

    /// The program of `steps`, each of which has a temporary of its own as result: temporaries that are not needed at the same time share space.
    static VectorProgram of(List<Step> steps, boolean whole) {
        var widths = new ArrayList<Integer>();
        var last = new int[steps.size() + 1];
        for (int i = 0; i < steps.size(); i++) {
            for (int j = 0; j < steps.size(); j++) if (steps.get(i).reads(new Operand.Temporary(j))) last[j] = i;
        }
        var slots = new int[steps.size()];
        var free = new ArrayList<Integer>();
        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            // An operand that is not needed any more makes room for a result that is not wider.
            for (int j = 0; j < i; j++) {
                boolean temporary = steps.get(j).to instanceof Operand.Temporary;
                if (temporary && last[j] == i && widths.get(slots[j]) >= steps.get(i).out) free.add(slots[j]);
            }
            if (steps.get(i).to instanceof Operand.Temporary) {
                slots[i] = free.isEmpty() ? widths.size() : free.removeLast();
                if (slots[i] == widths.size()) widths.add(0);
                widths.set(slots[i], Math.max(widths.get(slots[i]), steps.get(i).out));
            }
            for (int j = 0; j < i; j++) {
                boolean temporary = steps.get(j).to instanceof Operand.Temporary;
                if (temporary && last[j] == step && slots[j] != slots[i] && !free.contains(slots[j])) free.add(slots[j]);
            }
        }
        var placed = steps.stream().map(s -> s.replace(o -> o instanceof Operand.Temporary(var n) ? new Operand.Temporary(slots[n]) : o)).toList();
        return new VectorProgram(placed, List.copyOf(widths), whole);
    }

    @Override public String toString() {
        return Arrays.toString(steps.toArray());
    }
}
