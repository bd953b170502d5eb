package pim.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each text that the frame of the compiler can say to a user stands in a test. The texts are the strings in the calls that report something, cut
/// where a value is put in; a piece of two words or more is looked for.
class EveryMessageTest {
    private static final Path SOURCES = Path.of("src/pim");
    private static final List<Path> TESTS = List.of(Path.of("tests/lit"), Path.of("tests/java"));

    private static final String STRING = "\"(?:[^\"\\\\\n]|\\\\.)*+\"", CHARACTER = "'(?:[^'\\\\]|\\\\.[^']*)'";
    private static final Pattern COMMENT = Pattern.compile("(" + STRING + "|" + CHARACTER + ")|//[^\n]*");
    private static final Pattern SEAM = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern REPORT = Pattern.compile("\\b(?:failure|failureAt|error|warning|remark|note|mismatch)\\(");
    private static final Pattern TOKEN = Pattern.compile(STRING + "|" + CHARACTER + "|[()]", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("[a-z]+ [a-z'<(]");

    @Test void eachTextIsInATest() throws IOException {
        var tests = new StringBuilder();
        for (var room : TESTS) for (var file : files(room)) {
            if (!file.endsWith(Path.of("EveryMessageTest.java"))) tests.append(code(file)).append('\n');
        }
        var tested = unescaped(tests.toString());
        var untested = new TreeSet<String>();
        int texts = 0;
        for (var file : files(SOURCES)) {
            for (var text : texts(code(file))) {
                texts++;
                if (!tested.contains(text)) untested.add(file.getFileName() + ": " + text);
            }
        }
        assertEquals(Set.of(), untested);
        assertTrue(texts > 150, "found no more than " + texts + " texts");
    }

    @Test void theTextsOfACallAreFound() {
        assertEquals(Set.of("' op is wrong in", "ways that matter", "see (there) for it"), texts(SEAM.matcher("""
            throw failureAt(token, "'" + name(')', "x") + "' op is " + "wrong in " + (more("(") ? n : "two") + " ways that matter",
                Diagnostic.note(place, "see (there) for it"));
            throw new IllegalStateException("not for users");
            """).replaceAll("")));
    }

    /// The pieces of text in the calls of a source that report something.
    private static Set<String> texts(String source) {
        var texts = new TreeSet<String>();
        for (var report = REPORT.matcher(source); report.find(); ) {
            var token = TOKEN.matcher(source).region(report.end(), source.length());
            for (int depth = 1; depth > 0 && token.find(); ) {
                char first = token.group().charAt(0);
                if (first == '(') depth++;
                if (first == ')') depth--;
                if (first != '"') continue;
                var text = unescaped(token.group().substring(1, token.group().length() - 1)).strip();
                if (WORDS.matcher(text).find()) texts.add(text);
            }
        }
        return texts;
    }

    /// What is in the file; of a source without comments, and with strings that are added up as one.
    private static String code(Path file) throws IOException {
        var text = Files.readString(file);
        if (!file.toString().endsWith(".java")) return text;
        return SEAM.matcher(COMMENT.matcher(text).replaceAll("$1")).replaceAll("");
    }

    private static String unescaped(String text) {
        return text.replace("\\", "");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.(java|mlir|test|txt)") && Files.isRegularFile(f)).sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
