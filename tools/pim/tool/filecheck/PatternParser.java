package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pim.tool.filecheck.regex.Regex;
import pim.tool.filecheck.regex.RegexSyntaxException;

/// Reads the text behind a directive's colon.
final class PatternParser {
    /// The greatest group number that a pattern can refer back to.
    private static final int MOST_BACK_REFERENCES = 9;

    private final Options options;
    private final Variables variables;
    private final Directive directive;
    private final int line;
    private final StringBuilder regex = new StringBuilder();
    private final List<Substitution> substitutions = new ArrayList<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<NumericVariable, Integer> numbers = new LinkedHashMap<>();
    private int nextGroup = 1;

    PatternParser(Options options, Variables variables, Directive directive, int line) {
        this.options = options;
        this.variables = variables;
        this.directive = directive;
        this.line = line;
    }

    Pattern parse(Slice text, String prefix) throws PatternException {
        var where = text;
        boolean isEmpty = directive.kind() == Directive.Kind.EMPTY;
        boolean fullLine = options.matchFullLines && directive.kind() != Directive.Kind.NOT;
        if (!(options.strictWhitespace && options.matchFullLines)) text = text.trimEnd();
        if (text.isEmpty() && !isEmpty) throw new PatternException(where, "found empty check string with prefix '" + prefix + ":'");
        if (!text.isEmpty() && isEmpty) throw new PatternException(where, "found non-empty check string for empty check with prefix '" + prefix
            + ":'");
        if (isEmpty) {
            regex.append("(\n$)");
        } else if (directive.literal() || !fullLine && text.indexOf("{{") < 0 && text.indexOf("[[") < 0) {
            return pattern(where, text.text());
        } else {
            var blanks = options.strictWhitespace ? "" : " *";
            if (fullLine) regex.append('^').append(blanks);
            for (var rest = text; !rest.isEmpty(); ) rest = piece(rest);
            if (fullLine) regex.append(blanks).append('$');
        }
        return pattern(where, null);
    }

    private Pattern pattern(Slice where, String fixed) {
        return new Pattern(directive, where, line, options.ignoreCase, fixed, regex.toString(), List.copyOf(substitutions), texts, numbers,
            new HashMap<>());
    }

    /// Reads what `rest` begins with and returns what follows.
    private Slice piece(Slice rest) throws PatternException {
        if (rest.startsWith("{{")) {
            int close = rest.indexOf("}}");
            if (close < 0) throw new PatternException(rest, "found start of regex string with no end '}}'");
            // Parentheses keep an alternation inside its braces.
            boolean alternation = rest.indexOf("|") >= 0;
            if (alternation) {
                regex.append('(');
                nextGroup++;
            }
            addRegex(rest.take(close).drop(2));
            if (alternation) regex.append(')');
            return rest.drop(close + 2);
        }
        if (rest.startsWith("[[") && !rest.startsWith("[[[")) {
            var inside = rest.drop(2);
            int close = blockEnd(inside);
            if (close < 0) throw new PatternException(rest, "Invalid substitution block, no ]] found");
            var block = inside.take(close);
            if (block.startsWith("#")) numericBlock(block.drop(1), false);
            else textBlock(block);
            return inside.drop(close + 2);
        }
        int braces = rest.indexOf("{{", 1);
        int brackets = rest.indexOf("[[", 1);
        int end = braces < 0 ? brackets : brackets < 0 ? braces : Math.min(braces, brackets);
        var fixed = end < 0 ? rest : rest.take(end);
        regex.append(Substitution.quoted(fixed.text()));
        return rest.drop(fixed.length());
    }

    /// The index of the `]]` that closes a block, or -1; brackets nest in it, and a backslash protects the next char.
    private static int blockEnd(Slice inside) throws PatternException {
        int depth = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.at(i);
            if (depth == 0 && c == ']' && inside.at(i + 1) == ']') return i;
            if (c == '\\') i++;
            else if (c == '[') depth++;
            else if (c == ']' && depth-- == 0) throw unclosed(inside.drop(i));
        }
        return -1;
    }

    /// LLVM's program ends with the status of an input that fails its checks here, so this does too.
    private static PatternException unclosed(Slice where) {
        return new PatternException(where, "missing closing \"]\" for regex variable", 1);
    }

    private void textBlock(Slice block) throws PatternException {
        int colon = block.indexOf(":");
        for (int i = 0; i < (colon < 0 ? block.length() : colon); i++) {
            if (Slice.BLANKS.indexOf(block.at(i)) >= 0) throw new PatternException(block.drop(i), "unexpected whitespace");
        }
        var name = Variables.parseName(block);
        var behind = block.drop(name.text().length());
        if (colon >= 0) {
            if (name.isPseudo() || !behind.startsWith(":")) throw new PatternException(block, "invalid name in string variable definition");
            variables.declareString(name.text(), block);
            texts.put(name.text(), nextGroup++);
            regex.append('(');
            if (behind.length() > 1) addRegex(behind.drop(1));
            regex.append(')');
        } else if (name.isPseudo()) {
            numericBlock(block, true);
        } else {
            if (!behind.isEmpty()) throw new PatternException(block, "invalid name in string variable use");
            var group = texts.get(name.text());
            if (group == null) {
                substitutions.add(new Substitution.Text(block, regex.length()));
            } else {
                if (group > MOST_BACK_REFERENCES) throw new PatternException(block, "Can't back-reference more than " + MOST_BACK_REFERENCES
                    + " variables");
                regex.append('\\').append(group);
            }
        }
    }

    private void numericBlock(Slice text, boolean legacyLine) throws PatternException {
        var block = new ExpressionParser(text, variables, line).parseBlock(legacyLine);
        if (block.defined().isPresent()) {
            numbers.put(block.defined().get(), nextGroup++);
            regex.append('(');
        }
        if (block.expression().isPresent()) {
            substitutions.add(new Substitution.Number(text, regex.length(), block.expression().get(), block.format()));
        } else {
            addRegex(block.format().regex(), text);
        }
        if (block.defined().isPresent()) regex.append(')');
    }

    private void addRegex(Slice text) throws PatternException {
        addRegex(text.text(), text);
    }

    private void addRegex(String text, Slice where) throws PatternException {
        try {
            nextGroup += Regex.compile(text, false).groups();
        } catch (RegexSyntaxException e) {
            throw new PatternException(where, "invalid regex: " + e.getMessage());
        }
        regex.append(text);
    }
}
