package pim.dialect.inst.interpret;

import pim.ir.Operation;

/// A vector times the matrix of an array group.
///
/// Sums are kept in doubles, which is exact: a product of 16-bit numbers is below `2^30`, so sums of fewer than `2^23` rows stay below `2^53`.
public final class MvmStep extends Step {
    private static final int MAX_ROWS = 1 << 23;

    private final Local to, from;
    private final int inputWidth, sumWidth;
    private final double[] inputs, sums;
    private final GroupMatrix matrix;

    /// @param inputWidth bytes, one or two
    public MvmStep(Operation operation, Local to, Local from, GroupMatrix matrix, int inputWidth, int sumWidth) {
        super(operation);
        if (matrix.rows() > MAX_ROWS) throw new Fault("has an array group of " + matrix.rows() + " rows; the interpreter is exact up to " + MAX_ROWS);
        this.to = to;
        this.from = from;
        this.inputWidth = inputWidth;
        this.sumWidth = sumWidth;
        inputs = new double[matrix.rows()];
        sums = new double[matrix.cols()];
        this.matrix = matrix;
    }

    @Override protected void execute(CoreRun core) {
        int fromAt = from.read(core);
        Elements.get(core.local.bytes, fromAt, inputWidth, inputs);
        matrix.multiply(inputs, sums);
        int toAt = to.write(core);
        Elements.set(core.local.bytes, toAt, sumWidth, sums);
    }
}
