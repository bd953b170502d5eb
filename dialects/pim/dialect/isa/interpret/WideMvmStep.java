package pim.dialect.isa.interpret;

import java.util.Arrays;
import pim.dialect.inst.interpret.CoreRun;
import pim.dialect.inst.interpret.GroupMatrix;
import pim.dialect.inst.interpret.Step;
import pim.ir.Operation;

/// A vector of more than 16 bits an element times the matrix of an array group, in `long`.
final class WideMvmStep extends Step {
    private final Local to, from;
    private final short[] weights;
    private final int inputWidth, sumWidth;
    private final long[] inputs, sums;

    WideMvmStep(Operation operation, Local to, Local from, GroupMatrix matrix, int inputWidth, int sumWidth) {
        super(operation);
        this.to = to;
        this.from = from;
        weights = matrix.weights();
        this.inputWidth = inputWidth;
        this.sumWidth = sumWidth;
        inputs = new long[matrix.rows()];
        sums = new long[matrix.cols()];
    }

    @Override protected void execute(CoreRun core) {
        from.get(core, inputWidth, inputs);
        Arrays.fill(sums, 0);
        for (int row = 0, i = 0; row < inputs.length; row++) {
            long x = inputs[row];
            for (int col = 0; col < sums.length; col++) sums[col] += weights[i++] * x;
        }
        to.set(core, sumWidth, sums);
    }
}
