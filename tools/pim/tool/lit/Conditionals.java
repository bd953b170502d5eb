package pim.tool.lit;

import java.util.Set;
import java.util.regex.Pattern;

/// Resolves `%if CONDITION %{...%} %else %{...%}` in a command; conditions are those of `REQUIRES:`, and branches nest.
final class Conditionals {
    private static final String IF = "%if ";
    private static final String OPEN = "%{";
    private static final String CLOSE = "%}";
    private static final Pattern ELSE = Pattern.compile("\\s*%else\\s*(%\\{)?");
    /// Branches inside branches that the recursive reader is sure to survive.
    private static final int DEEPEST = 200;

    private final Set<String> features;
    private String rest;
    private int depth;

    private Conditionals(String text, Set<String> features) {
        this.rest = text;
        this.features = features;
    }

    /// `text` with the branches that count under `features`.
    ///
    /// @throws IllegalArgumentException when a brace is missing or a condition is no expression
    static String resolve(String text, Set<String> features) {
        return text.contains(IF) ? new Conditionals(text, features).branch(false) : text;
    }

    /// Reads up to the end or, in braces, up to the closing one.
    private String branch(boolean inBraces) {
        if (++depth > DEEPEST) throw new IllegalArgumentException("%if substitutions nested deeper than " + DEEPEST);
        var result = new StringBuilder();
        while (!rest.isEmpty() && !(inBraces && rest.startsWith(CLOSE))) {
            result.append(rest.startsWith(IF) ? choice() : text(inBraces));
        }
        depth--;
        return result.toString();
    }

    private String choice() {
        int open = rest.indexOf(OPEN);
        if (open < 0) throw new IllegalArgumentException("'%{' is missing for %if substitution");
        var condition = rest.substring(IF.length(), open);
        rest = rest.substring(open + OPEN.length());
        var first = braced("%if");
        var second = "";
        var otherwise = ELSE.matcher(rest);
        if (otherwise.lookingAt()) {
            if (otherwise.group(1) == null) throw new IllegalArgumentException("'%{' is missing for %else substitution");
            rest = rest.substring(otherwise.end());
            second = braced("%else");
        }
        return FeatureExpression.evaluate(condition, features) ? first : second;
    }

    private String braced(String keyword) {
        var branch = branch(true);
        if (!rest.startsWith(CLOSE)) throw new IllegalArgumentException("'%}' is missing for " + keyword + " substitution");
        rest = rest.substring(CLOSE.length());
        return branch;
    }

    private String text(boolean inBraces) {
        int end = rest.indexOf("%if", 1);
        int close = inBraces ? rest.indexOf(CLOSE) : -1;
        if (close >= 0 && (end < 0 || close < end)) end = close;
        var text = end < 0 ? rest : rest.substring(0, end);
        rest = rest.substring(text.length());
        return text;
    }
}
