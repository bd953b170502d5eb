package pim.dialect.isa.interpret;

import pim.dialect.inst.interpret.Fault;

/// The mean as `vavg` computes it.
final class Mean {
    private Mean() {}

    /// `floor(sum / n + 1/2)`, the sum being exact.
    static long[] of(long[] x) {
        long sum = 0, n = x.length;
        try {
            for (long v : x) sum = Math.addExact(sum, v);
        } catch (ArithmeticException e) {
            throw new Fault("has a sum that does not fit 64 bits");
        }
        long quotient = Math.floorDiv(sum, n), rest = sum - quotient * n;
        return new long[] {2 * rest >= n ? quotient + 1 : quotient};
    }
}
