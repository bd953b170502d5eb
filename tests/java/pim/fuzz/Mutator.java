package pim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Makes new texts of known ones, keeping to their grammar more often than not: it moves words and whole bracketed groups about, within a text and
/// from one to another, and puts words in the place of others of their kind. The same seed makes the same text.
final class Mutator {
    private static final Pattern LEXEME = Pattern.compile("\\s+|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"|[%^@#!]?[a-zA-Z_$][\\w$.-]*|[%^#]\\d+"
        + "|\\d[\\d.]*(?:[eE][-+]?\\d+)?|->|::|\\{-#|#-}|[=<>]=|\\X", Pattern.DOTALL);
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "2", "64", "127", "128", "65536", "2147483647", "2147483648", "4294967296",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "0x0", "0xFFFFFFFFFFFFFFFF", "1.0", "1.0e308",
        "1.0e999", "1e", "0x7FF0000000000000", "?", "00", "16777216");
    private static final List<String> CHARACTERS = List.of("\0", "\"", "\\", "\n", "\t", "\r", "é", "\u2028", "😀", "\ud800", "{", "}", "<", ">",
        "(", ")", "[", "]", ":", ",", "=", "-", "#", "%", "^", "@", "!", "$", "*", "+", ".", "|", "?", "{{", "}}", "[[", "]]", "{-#", "#-}", "//");
    private static final int LONGEST = 20_000;

    private final List<List<String>> lexemes;
    private final Random random;

    Mutator(List<String> seeds, long seed) {
        this.lexemes = seeds.stream().map(Mutator::split).toList();
        this.random = new Random(seed);
    }

    private static List<String> split(String text) {
        return LEXEME.matcher(text).results().map(m -> m.group()).toList();
    }

    String next() {
        // Now and then a text without any of its grammar kept.
        if (random.nextInt(40) == 0) return soup();
        var text = new ArrayList<>(pick(lexemes));
        for (int n = 1 + random.nextInt(1 + random.nextInt(6)); n > 0; n--) mutate(text);
        var joined = String.join("", text);
        return joined.length() <= LONGEST ? joined : joined.substring(0, LONGEST);
    }

    private String soup() {
        var text = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) text.append(pick(pick(lexemes))).append(random.nextBoolean() ? " " : "");
        return text.toString();
    }

    private void mutate(List<String> text) {
        text.removeIf(String::isEmpty);
        if (text.isEmpty()) {
            text.add(pick(CHARACTERS));
            return;
        }
        int at = random.nextInt(text.size());
        switch (random.nextInt(13)) {
            case 0 -> text.subList(at, Math.min(text.size(), at + 1 + random.nextInt(4))).clear();
            case 1 -> group(text, at).clear();
            case 2 -> text.addAll(at, List.copyOf(group(text, random.nextInt(text.size()))));
            case 3 -> {
                int other = random.nextInt(text.size());
                var word = text.set(at, text.get(other));
                text.set(other, word);
            }
            case 4, 5 -> text.set(at, alike(text.get(at)));
            case 6 -> {
                var donor = pick(lexemes);
                if (donor.isEmpty()) return;
                var graft = List.copyOf(group(donor, random.nextInt(donor.size())));
                var place = group(text, at);
                place.clear();
                text.addAll(Math.min(at, text.size()), graft);
            }
            case 7 -> text.add(at, pick(pick(lexemes)));
            case 8 -> text.set(at, pick(NUMBERS));
            case 9 -> nest(text, at);
            case 10 -> text.set(at, damaged(text.get(at)));
            case 11 -> line(text, at);
            default -> {
                if (random.nextInt(4) == 0) text.subList(at, text.size()).clear();
                else text.add(at, pick(CHARACTERS));
            }
        }
    }

    /// What stands from `at` to the bracket that closes the one there or next behind; a few words where there is none.
    private List<String> group(List<String> text, int at) {
        int open = at;
        while (open < text.size() && open < at + 12 && "<([{".indexOf(text.get(open)) < 0) open++;
        int depth = 0;
        for (int i = open; i < text.size(); i++) {
            var word = text.get(i);
            if (word.length() != 1) continue;
            if ("<([{".contains(word)) depth++;
            else if (">)]}".contains(word) && --depth == 0) return text.subList(random.nextBoolean() ? at : Math.min(open, i), i + 1);
        }
        return text.subList(at, Math.min(text.size(), at + 1 + random.nextInt(3)));
    }

    /// Another word of the same kind: as it begins, so is what it is.
    private String alike(String word) {
        if (Character.isDigit(word.charAt(0)) && random.nextBoolean()) return pick(NUMBERS);
        for (int tries = 0; tries < 50; tries++) {
            var other = pick(pick(lexemes));
            if (kind(other.charAt(0)) == kind(word.charAt(0)) && !other.equals(word)) return other;
        }
        return word;
    }

    private static int kind(char c) {
        return Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '0' : Character.isWhitespace(c) ? ' ' : c;
    }

    /// Repeats the beginning of a group, so that it stands deep within itself.
    private void nest(List<String> text, int at) {
        var group = List.copyOf(group(text, at));
        int middle = group.isEmpty() ? 0 : random.nextInt(group.size());
        int times = 1 << random.nextInt(9);
        var head = group.subList(0, middle);
        var tail = group.subList(middle, group.size());
        if (times * group.size() > LONGEST / 4) return;
        var deep = new ArrayList<String>();
        for (int i = 0; i < times; i++) deep.addAll(head);
        for (int i = 0; i < times; i++) deep.addAll(tail);
        text.addAll(Math.min(at, text.size()), deep);
    }

    private String damaged(String word) {
        int at = random.nextInt(word.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + pick(CHARACTERS) + word.substring(at);
            case 1 -> word.substring(0, at);
            default -> word.substring(at) + word.substring(0, at);
        };
    }

    /// Leaves out, repeats or moves a line.
    private void line(List<String> text, int at) {
        int start = at, end = at;
        while (start > 0 && text.get(start - 1).indexOf('\n') < 0) start--;
        while (end < text.size() && text.get(end).indexOf('\n') < 0) end++;
        var line = text.subList(start, end);
        var copy = List.copyOf(line);
        if (random.nextBoolean()) line.clear();
        text.addAll(random.nextInt(text.size() + 1), copy);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
