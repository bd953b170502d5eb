package pim.tool.filecheck;

import java.util.List;
import java.util.Random;

/// A check file that is all regular expressions over a small alphabet, with variables that show what each group was given.
final class RegexPair {
    private static final List<String> ATOMS = List.of("a", "b", "c", "a", "b", ".", "[ab]", "[^a]", "[[:alpha:]]", "x", "\\.", "^", "$", "[b-x]");
    private static final List<String> REPEATS = List.of("*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}");
    private static final List<String> ODD = List.of("|", "(", ")", "*", "[", "]", "\\1", "()", "{", "[]a]", "[a-]", "\\", "[[:<:]]");

    private final Random random;

    private RegexPair(long seed) {
        random = new Random(seed);
    }

    static GeneratedPair of(long seed) {
        return new RegexPair(seed).make();
    }

    private GeneratedPair make() {
        var check = new StringBuilder("CHECK: ");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            check.append(switch (random.nextInt(5)) {
                case 0 -> "{{" + regex(2) + "}}";
                case 1 -> "abcx.".substring(random.nextInt(5));
                case 2 -> "[[" + "XYZ".charAt(i - 1) + "]]";
                default -> "[[" + "XYZ".charAt(i - 1) + ":" + regex(2) + "]]";
            });
        }
        check.append(random.nextBoolean() ? "\n" : "\nCHECK-SAME: {{" + regex(1) + "}}[[W:.*]]\n");
        var input = new StringBuilder();
        for (int i = 1 + random.nextInt(14); i > 0; i--) input.append("aaabbbcx.\n".charAt(random.nextInt(10)));
        return new GeneratedPair(random.nextInt(4) > 0 ? List.of("-v") : List.of("-v", "--ignore-case", "--strict-whitespace"), check.toString(),
            input.append('\n').toString());
    }

    private String regex(int depth) {
        var text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var part = depth > 0 && random.nextInt(3) == 0 ? "(" + regex(depth - 1) + ")" : pick(ATOMS);
            text.append(part).append(random.nextInt(3) == 0 ? pick(REPEATS) : "");
        }
        if (random.nextInt(4) == 0) text.append('|').append(regex(depth - 1));
        if (random.nextInt(40) == 0) text.append(pick(ODD));
        return text.toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
