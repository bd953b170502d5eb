package pim.tool.filecheck.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "foo|foobar ~ xfoobar ~ 1 7",
        "a*b ~ caab ~ 1 4",
        "(a)(b)? ~ xac ~ 1 2 1 2 -1 -1",
        "(a|ab)(c|bcd)? ~ abcd ~ 0 4 0 1 1 4",
        "(a*)* ~ aa ~ 0 2 0 2",
        "(a*)+ ~ b ~ 0 0 0 0",
        "^b ~ ab ~ none",
        "a$ ~ ab ~ none",
        "(.)\\1 ~ abccd ~ 2 4 2 3",
        "(a+)b\\1 ~ aabaa ~ 0 5 0 2",
        "x{2,3} ~ xxxxx ~ 0 3",
        "[[:<:]]cat[[:>:]] ~ concat cat ~ 7 10",
        "[^a-c]+ ~ abcxyz ~ 3 6",
        "() ~ a ~ 0 0 0 0"
    })
    void leftmostLongest(String regex, String text, String expected) throws RegexSyntaxException {
        var match = Regex.compile(regex, false).find(text, 0, text.length());
        assertEquals(expected, match == null ? "none" : String.join(" ", Arrays.stream(match).mapToObj(String::valueOf).toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "a** ~ repetition-operator operand invalid",
        "* ~ repetition-operator operand invalid",
        "a| ~ empty (sub)expression",
        "(a ~ parentheses not balanced",
        "a\\ ~ trailing backslash (\\)",
        "[a ~ brackets ([ ]) not balanced",
        "[b-a] ~ invalid character range",
        "[[:no:]] ~ invalid character class",
        "a{1 ~ braces not balanced",
        "a{2,1} ~ invalid repetition count(s)",
        "a{256} ~ invalid repetition count(s)",
        "\\1 ~ invalid backreference number",
        "((a{255}){255}){255} ~ regular expression too large"
    })
    void malformed(String regex, String message) {
        assertEquals(message, assertThrows(RegexSyntaxException.class, () -> Regex.compile(regex, false)).getMessage());
    }

    /// The length of the longest match of one place is a fact that does not depend on the engine: it is checked by trying all ends.
    @Test
    void longestMatchAgreesWithTryingAllEnds() throws RegexSyntaxException {
        var parts = List.of("a", "b", ".", "[ab]", "(a|b)", "(a|ab)", "(ab)*", "a*", "b+", "(ba?)?", "a{2}");
        for (int seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            var regex = new StringBuilder();
            for (int i = 1 + random.nextInt(4); i > 0; i--) regex.append(i > 1 && random.nextInt(5) == 0 ? parts.get(random.nextInt(parts.size()))
                + "|" : parts.get(random.nextInt(parts.size())));
            var text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) text.append("abc".charAt(random.nextInt(3)));
            var expected = tryAll(Pattern.compile(regex.toString()), text.toString());
            var match = Regex.compile(regex.toString(), false).find(text.toString(), 0, text.length());
            assertEquals(expected, match == null ? null : match[0] + " " + match[1], regex + " in " + text);
        }
    }

    private static String tryAll(Pattern regex, String text) {
        for (int start = 0; start <= text.length(); start++) {
            for (int end = text.length(); end >= start; end--) {
                if (regex.matcher(text).region(start, end).matches()) return start + " " + end;
            }
        }
        return null;
    }

    @Test
    void takesLinearTime() throws RegexSyntaxException {
        var text = "a".repeat(200_000);
        for (var regex : List.of("(a*)*b", "(a|aa)+b", "(.*.*.*)x", "(a+)+$b", "[[:alpha:]]*[[:alpha:]]*1")) {
            var compiled = Regex.compile(regex, false);
            assertTimeout(Duration.ofSeconds(10), () -> assertEquals(null, compiled.find(text, 0, text.length()), regex));
        }
    }
}
