package pim.syntax;

/// Gives equal things one object, so that the types, attributes and names that a text repeats are made and kept once.
///
/// It remembers no more than the last thing of each of so many hashes. What comes again soon is found, and a text without repetitions costs no
/// memory. The hashes are beside the things, since looking at a thing that is another takes longer than all the rest.
final class Uniquer {
    private static final int FEWEST = 1 << 8;
    private static final int MOST = 1 << 14;

    private Object[] objects = new Object[FEWEST];
    private int[] objectHashes = new int[FEWEST];
    private String[] words = new String[FEWEST];
    private int[] wordHashes = new int[FEWEST];
    private int slots = FEWEST;
    private int misses;

    /// An object equal to `value`: one met before, or `value` itself.
    <T> T unique(T value) {
        return unique(value, value.hashCode());
    }

    /// As above, of a value with this hash.
    @SuppressWarnings("unchecked") <T> T unique(T value, int hash) {
        int slot = slot(hash);
        if (objectHashes[slot] == hash && value.equals(objects[slot])) return (T) objects[slot];
        slot = slotAfterMiss(hash);
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
        slot = slotAfterMiss(hash);
        wordHashes[slot] = hash;
        return words[slot] = text.substring(start, end);
    }

    /// Where a thing that was not there goes. A text of many different things has room for more of them than a short one.
    private int slotAfterMiss(int hash) {
        if (++misses > slots && slots < MOST) {
            slots = MOST;
            objects = new Object[MOST];
            objectHashes = new int[MOST];
            words = new String[MOST];
            wordHashes = new int[MOST];
        }
        return slot(hash);
    }

    private int slot(int hash) {
        return (hash * 0x9E3779B9 >>> 18) & slots - 1;
    }
}
