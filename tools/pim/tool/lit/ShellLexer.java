package pim.tool.lit;

import java.util.ArrayList;
import java.util.List;

/// Cuts a command line into words and operators, with the shell's quotes and backslashes.
final class ShellLexer {
    /// Longer operators first.
    private static final List<String> OPERATORS = List.of("&>>", "&&", "&>", "||", "|&", ">>", ">&", "<&", "<<", "|", "&", ";", ">", "<");

    /// Any number that is none of a standard stream.
    private static final int UNKNOWN_STREAM = 1000;

    private final String text;
    private int at;

    sealed interface Token {
        record Text(Script.Word word) implements Token {}

        /// @param stream the number before a redirection, or -1
        record Operator(String text, int stream) implements Token {}
    }

    ShellLexer(String text) {
        this.text = text;
    }

    List<Token> tokens() throws ShellSyntaxException {
        var tokens = new ArrayList<Token>();
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
            if (at == text.length()) return tokens;
            var operator = operator();
            tokens.add(operator != null ? new Token.Operator(operator, -1) : word());
        }
    }

    private String operator() {
        for (var operator : OPERATORS) {
            if (!text.startsWith(operator, at)) continue;
            at += operator.length();
            return operator;
        }
        return null;
    }

    private Token word() throws ShellSyntaxException {
        var word = new StringBuilder();
        boolean glob = false;
        boolean plain = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || "|&;".indexOf(c) >= 0) break;
            if (c == '<' || c == '>') {
                if (!plain || word.isEmpty() || !word.chars().allMatch(Character::isDigit)) break;
                return new Token.Operator(operator(), word.length() < 4 ? Integer.parseInt(word.toString()) : UNKNOWN_STREAM);
            }
            at++;
            if (c == '\'' || c == '"') {
                quoted(c, word);
                plain = false;
            } else if (c == '\\') {
                if (at == text.length()) throw new ShellSyntaxException("nothing behind a backslash");
                word.append(text.charAt(at++));
                plain = false;
            } else {
                glob |= c == '*' || c == '?';
                word.append(c);
            }
        }
        return new Token.Text(new Script.Word(word.toString(), glob));
    }

    /// In double quotes a backslash protects only `"`, `\` and `$`.
    private void quoted(char quote, StringBuilder word) throws ShellSyntaxException {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) return;
            if (c == '\\' && quote == '"' && at < text.length() && "\"\\$".indexOf(text.charAt(at)) >= 0) c = text.charAt(at++);
            word.append(c);
        }
        throw new ShellSyntaxException("missing " + quote);
    }
}
