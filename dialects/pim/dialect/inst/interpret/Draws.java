package pim.dialect.inst.interpret;

/// Random numbers that depend on their seed alone, on every machine: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) and the transformation of Box
/// and Muller.
final class Draws {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;
    private double spare = Double.NaN;

    /// @param keys what else tells this sequence from others
    Draws(long seed, long... keys) {
        state = mix(seed + GAMMA);
        for (long key : keys) state = mix(state + GAMMA * (key + 1));
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /// Evenly distributed in [0, 1).
    double uniform() {
        state += GAMMA;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    /// Normally distributed with mean 0 and standard deviation 1.
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform())), angle = 2 * Math.PI * uniform();
        spare = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }
}
