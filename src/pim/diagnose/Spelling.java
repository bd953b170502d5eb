package pim.diagnose;

import java.util.Collection;

/// Guesses what was meant by a name that nothing is called by.
public final class Spelling {
    private Spelling() {}

    /// `; did you mean 'x'?` with that of the known names which is nearest to `name`; nothing when none is near.
    public static String suggestion(String name, Collection<String> known) {
        var nearest = nearest(name, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /// The known name that the fewest insertions, deletions and replacements of a character lead to from `name`, the first of equals; null
    /// when a third of the characters and more would change.
    public static String nearest(String name, Collection<String> known) {
        String nearest = null;
        int least = Math.max(2, name.length() / 3) + 1;
        for (var candidate : known) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /// The distance of Levenshtein.
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
