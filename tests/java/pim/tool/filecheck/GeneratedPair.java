package pim.tool.filecheck;

import java.util.List;

/// Options, a check file and an input made from a seed.
record GeneratedPair(List<String> options, String check, String input) {
    /// The ways to make one.
    enum Kind {
        RANDOM, NEAR_MISS, REGEX;

        GeneratedPair of(long seed) {
            return switch (this) {
                case RANDOM -> RandomPair.of(seed);
                case NEAR_MISS -> NearMissPair.of(seed);
                case REGEX -> RegexPair.of(seed);
            };
        }
    }
}
