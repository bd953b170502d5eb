package pim.tool.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A boolean expression over features: `!`, `&&`, `||`, parentheses, names, and `{{...}}` for names that match a regular expression.
final class FeatureExpression {
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|&&|\\|\\||!|(?:[-+=._a-zA-Z0-9]+|\\{\\{.+?\\}\\})+)\\s*");
    private static final Pattern BRACED = Pattern.compile("\\{\\{(.+?)\\}\\}");
    private static final Set<String> OPERATORS = Set.of("(", ")", "!", "&&", "||");
    private static final String END = "<end of expression>";

    private final Set<String> features;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private FeatureExpression(String text, Set<String> features) {
        this.features = features;
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end)
                throw new IllegalArgumentException("couldn't parse text: '" + text.substring(end).strip() + "'");
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
    }

    /// @throws IllegalArgumentException when `text` is no expression
    static boolean evaluate(String text, Set<String> features) {
        try {
            var parser = new FeatureExpression(text, features);
            boolean value = parser.or();
            parser.expect(END);
            return value;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription() + "\nin expression: '" + text + "'");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "\nin expression: '" + text + "'");
        }
    }

    /// The names and patterns in an expression.
    static List<String> names(String text) {
        return new FeatureExpression(text, Set.of()).tokens.stream().filter(token -> !OPERATORS.contains(token)).toList();
    }

    private boolean or() {
        boolean value = and();
        while (accept("||")) value |= and();
        return value;
    }

    private boolean and() {
        boolean value = not();
        while (accept("&&")) value &= not();
        return value;
    }

    private boolean not() {
        if (accept("!")) return !not();
        if (accept("(")) {
            boolean value = or();
            expect(")");
            return value;
        }
        var token = look();
        if (List.of(END, ")", "&&", "||").contains(token)) throw new IllegalArgumentException("expected: '!', '(', '{{', or identifier\nhave: "
            + quoted(token));
        at++;
        var regex = new StringBuilder();
        int end = 0;
        for (Matcher braced = BRACED.matcher(token); braced.find(); end = braced.end()) {
            regex.append(Pattern.quote(token.substring(end, braced.start()))).append("(?:").append(braced.group(1)).append(')');
        }
        var names = Pattern.compile(regex + Pattern.quote(token.substring(end)));
        return names.matcher("true").matches() || features.stream().anyMatch(feature -> names.matcher(feature).matches());
    }

    private String look() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private boolean accept(String token) {
        if (!look().equals(token)) return false;
        at++;
        return true;
    }

    private void expect(String token) {
        if (!accept(token)) throw new IllegalArgumentException("expected: " + quoted(token) + "\nhave: " + quoted(look()));
    }

    private static String quoted(String token) {
        return token.equals(END) ? token : "'" + token + "'";
    }
}
