package pim.syntax;

/// Gives equal things one object, so that the types, attributes and names that a text repeats are made and kept once.
///
/// It remembers no more than the last thing of each of so many hashes. What comes again soon is found, and a text without repetitions costs no
/// memory. The hashes are beside the things, since looking at a thing that is another takes longer than all the rest.
final class Uniquer {
    private static final int SLOTS = 1 << 14;

    private final Object[] objects = new Object[SLOTS];
    private final int[] objectHashes = new int[SLOTS];
    private final String[] words = new String[SLOTS];
    private final int[] wordHashes = new int[SLOTS];

    /// An object equal to `value`: one met before, or `value` itself.
    <T> T unique(T value) {
        return unique(value, value.hashCode());
    }

    /// As above, of a value with this hash.
    @SuppressWarnings("unchecked") <T> T unique(T value, int hash) {
        int slot = slot(hash);
        if (objectHashes[slot] == hash && value.equals(objects[slot])) return (T) objects[slot];
        objectHashes[slot] = hash;
        objects[slot] = value;
        return value;
    }

    /// The characters of `text` from `start` to before `end`.
    String word(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) hash = 31 * hash + text.charAt(i);
        int slot = slot(hash);
        if (wordHashes[slot] == hash) {
            var known = words[slot];
            if (known != null && known.length() == end - start && text.startsWith(known, start)) return known;
        }
        wordHashes[slot] = hash;
        return words[slot] = text.substring(start, end);
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B9 >>> 18) & SLOTS - 1;
    }
}
