package pim.tool.filecheck;

/// Guesses where a pattern that was not found was meant to match.
final class FuzzyMatch {
    /// How far the guess looks, in bytes.
    private static final int FARTHEST = 4096;
    private static final int LONGEST = 2048;
    /// A guess must differ in fewer bytes than this.
    private static final int WORST = 50;

    private FuzzyMatch() {}

    /// The place of `input` that looks most like `example`, or -1 when none does or it is the start itself.
    static int find(Slice input, String example) {
        int end = Math.min(FARTHEST, input.length());
        if ((long) end * example.length() > (long) FARTHEST * LONGEST) return -1;
        int best = -1;
        double bestQuality = WORST;
        int lines = 0;
        for (int at = 0; at < end; at++) {
            char c = input.at(at);
            if (c == '\n') lines++;
            if (c == ' ' || c == '\t') continue;
            var line = input.drop(at).take(example.length()).text();
            int newline = line.indexOf('\n');
            double distance = distance(newline < 0 ? line : line.substring(0, newline), example, (int) Math.ceil(bestQuality));
            double quality = distance + lines / 100.0;
            if (quality < bestQuality) {
                best = at;
                bestQuality = quality;
            }
        }
        return best <= 0 ? -1 : input.start() + best;
    }

    /// Levenshtein's distance, or some number of at least `bound` when it is not below that.
    static int distance(String one, String other, int bound) {
        if (Math.abs(one.length() - other.length()) >= bound) return bound;
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            int least = row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                row[j] = Math.min(diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1), Math.min(above, row[j - 1]) + 1);
                diagonal = above;
                least = Math.min(least, row[j]);
            }
            if (least >= bound) return bound;
        }
        return row[other.length()];
    }
}
