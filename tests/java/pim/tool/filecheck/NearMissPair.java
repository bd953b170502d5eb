package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A check file derived from its input, so that it is fulfilled, and then mostly one small change to either: cases at the edge of a verdict.
///
/// Inputs are blocks of lines, as compilers print functions; check files use all directives, string variables, and numeric ones with
/// expressions whose values are those of the input.
final class NearMissPair {
    private static final List<String> WORDS = List.of("add", "mul", "load", "ret", "tile", "a", "ab", "foo.bar", "(x)", "[0]", "x*y", "i32");
    private static final List<List<String>> OPTIONS = List.of(List.of(), List.of(), List.of(), List.of(), List.of("--match-full-lines"),
        List.of("--strict-whitespace"), List.of("--strict-whitespace", "--match-full-lines"), List.of("--ignore-case"),
        List.of("--implicit-check-not=bad"), List.of("--enable-var-scope"), List.of("-v"), List.of("-vv"),
        List.of("--allow-deprecated-dag-overlap"), List.of("-dump-input=always", "-vv"), List.of("-D#D=5", "-DS=add"));

    private final Random random;
    private final List<String> options;
    private final List<String> input = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final Map<String, String> formats = new LinkedHashMap<>();
    private boolean defining = true;

    private NearMissPair(long seed) {
        random = new Random(seed);
        options = pick(OPTIONS);
    }

    static GeneratedPair of(long seed) {
        var made = new NearMissPair(seed);
        for (int block = made.random.nextInt(3); block >= 0; block--) made.block(block);
        int changes = made.random.nextInt(4) - 1;
        for (int i = 0; i < changes; i++) made.change(made.random.nextBoolean() ? made.input : made.checks);
        return new GeneratedPair(made.options, String.join("\n", made.checks) + "\n", String.join("\n", made.input) + "\n");
    }

    private void block(int index) {
        if (random.nextInt(3) > 0) {
            input.add("func @f" + index + " {");
            checks.add(prefix() + "-LABEL: " + (random.nextBoolean() ? "func @f" + index : "{{^}}func @f{{[0-9]+}}"));
            if (options.contains("--enable-var-scope")) {
                texts.keySet().removeIf(name -> !name.startsWith("$"));
                numbers.keySet().removeIf(name -> !name.startsWith("$"));
            }
        }
        boolean adjacent = false;
        for (int i = 1 + random.nextInt(5); i > 0; i--) adjacent = step(adjacent && !input.isEmpty() && !checks.isEmpty());
    }

    /// Adds some lines to the input and what checks them.
    ///
    /// @param adjacent whether the last line of the input is where the last check matched
    private boolean step(boolean adjacent) {
        switch (random.nextInt(9)) {
            case 0 -> {
                for (int i = random.nextInt(3); i >= 0; i--) input.add(String.join(" ", line()));
                if (random.nextBoolean()) checks.add(prefix() + "-NOT: " + pick(List.of("bad", "{{b.d}}", "never", "[[S:bad]]", "[[#77777]]")));
                return false;
            }
            case 1 -> {
                var words = line();
                int count = 2 + random.nextInt(3);
                for (int i = 0; i < count; i++) input.add(String.join(" ", words));
                defining = false;
                checks.add(prefix() + "-COUNT-" + count + ": " + pattern(words));
                defining = true;
                return true;
            }
            case 2, 3 -> {
                var group = new ArrayList<String>();
                for (int i = 1 + random.nextInt(3); i >= 0; i--) {
                    var words = line();
                    defining = i == 0;
                    input.add(String.join(" ", words));
                    group.add(prefix() + "-DAG: " + pattern(words));
                }
                defining = true;
                Collections.shuffle(group.subList(0, group.size() - 1), random);
                checks.addAll(group);
                return false;
            }
            case 4 -> {
                input.add("");
                if (adjacent) checks.add(prefix() + "-EMPTY:");
                return adjacent;
            }
            case 5 -> {
                var words = line();
                var more = line();
                input.add(String.join(" ", words) + " " + String.join(" ", more));
                if (options.contains("--match-full-lines")) return false;
                checks.add(prefix() + ": " + pattern(words));
                checks.add(prefix() + "-SAME: " + pattern(more));
                return true;
            }
            default -> {
                var words = line();
                input.add(String.join(" ", words));
                checks.add(prefix() + (adjacent && random.nextInt(3) > 0 ? "-NEXT" : "") + (random.nextInt(25) == 0
                    ? "{LITERAL}: " + String.join(" ", words) : ": " + pattern(words)));
                return true;
            }
        }
    }

    private String prefix() {
        return random.nextInt(4) == 0 ? "CHECK" : random.nextInt(4) == 0 ? ";CHECK" : "// CHECK";
    }

    private List<String> line() {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.add(switch (random.nextInt(6)) {
                case 0 -> "%" + random.nextInt(4);
                case 1 -> String.valueOf(random.nextInt(30) - 6);
                case 2 -> "0x" + Integer.toHexString(random.nextInt(300));
                case 3 -> String.format("%03d", random.nextInt(1200));
                default -> pick(WORDS);
            });
        }
        return words;
    }

    private String pattern(List<String> words) {
        return String.join(" ", words.stream().map(this::item).toList());
    }

    /// The word itself, or something that matches it.
    private String item(String word) {
        if (word.startsWith("0x")) return number(word, Long.parseLong(word.substring(2), 16), "%#x");
        if (word.matches("-?\\d+")) return number(word, Long.parseLong(word), word.startsWith("-") ? "%d" : word.startsWith("0") ? "%.3u" : "%u");
        for (var known : texts.entrySet()) {
            if (known.getValue().equals(word) && random.nextBoolean()) return "[[" + known.getKey() + "]]";
        }
        return switch (random.nextInt(8)) {
            case 0 -> "{{[^ ]+}}";
            case 1 -> "{{" + word.substring(0, 1).replaceAll("[(\\[*.]", ".") + ".*}}";
            case 2 -> word.matches("[a-z0-9]+") ? "{{(" + word + "|" + word + "z)}}" : word;
            case 3 -> {
                if (!defining) yield word;
                var name = pick(List.of("X", "Y", "$G", "Long_1"));
                if (numbers.containsKey(name)) yield word;
                texts.put(name, word);
                yield "[[" + name + ":" + pick(List.of("[^ ]+", ".[^ ]*", "([^ ])+")) + "]]";
            }
            default -> word;
        };
    }

    private String number(String word, long value, String format) {
        if (!numbers.isEmpty() && random.nextInt(3) == 0) {
            var name = pick(List.copyOf(numbers.keySet()));
            long difference = value - numbers.get(name);
            var sum = name + (difference < 0 ? "-" : "+") + Math.abs(difference);
            var spelling = format.equals(formats.get(name)) ? "" : format + ", ";
            return "[[#" + spelling + switch (random.nextInt(6)) {
                case 0 -> "add(" + name + ", " + difference + ")";
                case 1 -> "max(" + sum + ",-100)";
                case 2 -> "(" + sum + ")";
                case 3 -> "div(mul(" + sum + ", 3), 3)";
                case 4 -> "== " + sum;
                default -> sum;
            } + "]]";
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> {
                var name = pick(List.of("N", "M", "$K", "Z9"));
                if (!defining || formats.containsKey(name) && !format.equals(formats.get(name))) yield word;
                numbers.put(name, value);
                formats.put(name, format);
                yield "[[#" + format + "," + name + ":" + (random.nextInt(5) == 0 ? "==" + value : "") + "]]";
            }
            case 2 -> "[[#" + format + ", @LINE+" + (value - checks.size() - 1) + "]]";
            case 3 -> "[[#" + format + ",]]";
            case 4 -> "{{-?[0-9a-fx]+}}";
            case 5 -> "[[@LINE" + (value > checks.size() ? "+" : "-") + Math.abs(value - checks.size() - 1) + "]]";
            default -> word;
        };
    }

    /// Changes one thing, here or there without effect on the verdict.
    private void change(List<String> lines) {
        if (lines.isEmpty()) return;
        int at = random.nextInt(lines.size());
        var line = lines.get(at);
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.add(at, "bad line");
            case 4 -> lines.set(at, line.replaceFirst("-(NEXT|DAG|NOT|SAME|LABEL|EMPTY)", pick(List.of("", "-NEXT", "-SAME", "-DAG", "-NOT", "-LABEL"))));
            case 5 -> lines.set(at, line.replace(" ", pick(List.of("  ", "\t", ""))));
            case 6 -> lines.set(at, random.nextBoolean() ? line.toUpperCase(Locale.ROOT) : line + pick(List.of(" ", "\r", " x", "]]", "}}")));
            default -> {
                if (line.isEmpty()) return;
                int place = random.nextInt(line.length());
                var inserted = pick(List.of("", "1", "a", "[", "]", "{", "}", "+", "(", ")", ":", "#", " ", ",", "%", "\\", "|", "@", "-", "="));
                lines.set(at, line.substring(0, place) + inserted + line.substring(place + random.nextInt(2)));
            }
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
