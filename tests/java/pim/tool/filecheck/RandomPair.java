package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A random check file with a random input that has a fair chance to fulfil it.
final class RandomPair {
    private static final List<String> WORDS = List.of("foo", "bar", "%1", "add", "7", "0x1f", "ab", "aab", "x", "[[", "}", "-3");
    private static final List<String> SUFFIXES = List.of("", "", "", "-NEXT", "-NEXT", "-SAME", "-DAG", "-DAG", "-NOT", "-LABEL", "-EMPTY",
        "-COUNT-2");
    private static final List<String> REGEXES = List.of("{{[a-z]+}}", "{{a|ab}}", "{{a*b}}", "{{.*}}", "{{^}}", "{{$}}", "{{(a|b)+}}",
        "{{[^ ]{2,3}}}", "{{0x[0-9a-f]+}}",
        "{{[[:digit:]]+}}", "{{fo{2}|bar}}", "{{(a)(b)?}}", "{{\\+}}", "{{[]a-]}}", "{{a||b}}", "{{*}}", "{{(}}", "{{\\(}}");
    private static final List<String> VARIABLES = List.of("[[X:.*]]", "[[X:[a-z]+]]", "[[X]]", "[[Y:%[0-9]]]", "[[Y]]", "[[#N:]]", "[[#N]]",
        "[[#N+1]]", "[[#%x,H:]]", "[[#H]]",
        "[[#%.2u,P:]]", "[[#N:7]]", "[[#add(N,1)]]", "[[#@LINE]]", "[[@LINE+1]]", "[[#%d,S:]]", "[[#S-1]]", "[[$G:[a-z]]]", "[[$G]]", "[[#%#x,Z:]]",
            "[[X:a|ab]]", "[[bad name]]",
        "[[#%q,N:]]", "[[#(N+1)-2]]", "[[#]]", "[[#%X,H:]]", "[[#==7]]");
    private static final List<List<String>> OPTIONS = List.of(List.of(), List.of(), List.of(), List.of("--match-full-lines"),
        List.of("-strict-whitespace"),
        List.of("--ignore-case"), List.of("--implicit-check-not=bar"), List.of("--enable-var-scope"), List.of("-DX=foo"), List.of("-D#N=7"),
            List.of("--allow-empty"),
        List.of("--match-full-lines", "--strict-whitespace"), List.of("-v"), List.of("-vv"), List.of("-dump-input=always"),
            List.of("-dump-input=never", "-vv"),
        List.of("--allow-deprecated-dag-overlap"), List.of("-dump-input-filter=annotation", "-dump-input-context=1"));

    private RandomPair() {}

    static GeneratedPair of(long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) lines.add(line(random));
        var check = new StringBuilder();
        int directives = 1 + random.nextInt(5);
        int from = 0;
        for (int i = 0; i < directives; i++) {
            var suffix = i == 0 && random.nextInt(8) > 0 ? "" : pick(random, SUFFIXES);
            if (random.nextInt(40) == 0) check.append(pick(random,
                List.of("COM: CHECK: foo\n", "CHECK-FOO: x\n", "CHECK_NEXT: a\n", "XCHECK: foo\n", "CHECK-NOT-DAG: a\n", "CHECK-COUNT-0: a\n",
                    "\n")));
            check.append("// CHECK").append(suffix).append(random.nextInt(30) == 0 ? "{LITERAL}" : "").append(random.nextInt(60) == 0 ? "" : ":");
            if (!suffix.equals("-EMPTY")) {
                String text = "";
                if (!lines.isEmpty() && random.nextInt(5) > 0) {
                    from = Math.min(lines.size() - 1, from + random.nextInt(2));
                    text = lines.get(from);
                }
                check.append(' ').append(pattern(random, text));
                if (suffix.isEmpty()) from++;
            }
            check.append('\n');
        }
        if (random.nextInt(6) == 0) check.setLength(check.length() - 1);
        return new GeneratedPair(pick(random, OPTIONS), check.toString(), lines.isEmpty() ? "" : String.join("\n", lines)
            + (random.nextInt(5) == 0 ? "" : "\n"));
    }

    private static String line(Random random) {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(5); i > 0; i--) words.add(pick(random, WORDS));
        return (random.nextInt(4) == 0 ? "  " : random.nextInt(9) == 0 ? "\t" : "") + String.join(random.nextInt(6) == 0 ? "  " : " ", words);
    }

    /// Some of the words of `line`, each as it stands or as something that may match it.
    private static String pattern(Random random, String line) {
        var parts = new ArrayList<String>();
        for (var word : line.strip().split(" +")) {
            int choice = random.nextInt(10);
            if (choice < 6) parts.add(word);
            else if (choice < 7) parts.add(pick(random, REGEXES));
            else if (choice < 9) parts.add(pick(random, VARIABLES));
            else break;
        }
        if (parts.isEmpty()) parts.add(pick(random, WORDS));
        return String.join(random.nextInt(12) == 0 ? "" : " ", parts);
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
