package pim.dialect.sim.timing;

/// The unit of time of simulations.
final class Picoseconds {
    private static final double PER_NANOSECOND = 1000;

    private Picoseconds() {}

    static long of(double nanoseconds) {
        return Math.round(nanoseconds * PER_NANOSECOND);
    }
}
