package pim.tool.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pim.diagnose.SourceText;
import pim.ir.attr.Location.File;
import pim.syntax.PimLexer;
import pim.syntax.ShortcutLexer;

/// The operation that is being typed: its tokens up to the cursor, those of the word at the cursor left out.
///
/// @param name  of the operation as it is written, without quotes; null before it
/// @param place what can be typed next
record Statement(String name, Expected place) {
    enum Expected {
        /// An operation, with the names of its results before it.
        OPERATION,
        /// What the custom form of the op wants: operands, keywords.
        PARTS,
        TYPE,
        ATTRIBUTE_NAME,
        ATTRIBUTE,
    }

    /// The statement at the end of `source`, which begins behind the last of `boundaries` that is in it: the ends of the operations before and the
    /// brace of the region around. Where reading broke off earlier, it is taken to begin with its line.
    static Statement of(SourceText source, int line, List<File> boundaries, boolean readToHere) {
        var tokens = new ArrayList<Token>();
        var lexer = new ShortcutLexer(source);
        for (var token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) tokens.add(token);
        var last = boundaries.stream().max((a, b) -> a.endLine() != b.endLine() ? Integer.compare(a.endLine(), b.endLine())
            : Integer.compare(a.endColumn(), b.endColumn())).orElse(null);
        return of(withoutLead(tokens.stream().filter(t -> readToHere ? last == null || isBehind(t, last) : t.getLine() == line).toList()));
    }

    private static boolean isBehind(Token token, File boundary) {
        return token.getLine() > boundary.endLine()
            || token.getLine() == boundary.endLine() && token.getCharPositionInLine() + 1 >= boundary.endColumn();
    }

    /// The tokens behind `^bb(...):` and `%a, %b =`, which may stand before an operation.
    private static List<Token> withoutLead(List<Token> tokens) {
        if (starts(tokens, PimLexer.BLOCK_ID)) {
            int depth = 0;
            for (int i = 0; i < tokens.size(); i++) {
                int type = tokens.get(i).getType();
                depth += type == PimLexer.LPAREN ? 1 : type == PimLexer.RPAREN ? -1 : 0;
                if (depth == 0 && type == PimLexer.COLON) return withoutLead(tokens.subList(i + 1, tokens.size()));
            }
        }
        if (starts(tokens, PimLexer.VALUE_ID)) {
            for (int i = 0; i < tokens.size(); i++) if (tokens.get(i).getType() == PimLexer.EQUAL) return tokens.subList(i + 1, tokens.size());
        }
        return tokens;
    }

    private static boolean starts(List<Token> tokens, int type) {
        return !tokens.isEmpty() && tokens.getFirst().getType() == type;
    }

    private static Statement of(List<Token> tokens) {
        if (tokens.isEmpty()) return new Statement(null, Expected.OPERATION);
        var first = tokens.getFirst();
        boolean block = first.getType() == PimLexer.BLOCK_ID;
        var name = block ? null : first.getText().replace("\"", "");
        Deque<Integer> open = new ArrayDeque<>();
        boolean typed = false;
        for (var token : tokens.subList(1, tokens.size())) {
            switch (token.getType()) {
                case PimLexer.LPAREN, PimLexer.LBRACKET, PimLexer.LBRACE, PimLexer.LESS, PimLexer.SHAPED -> open.push(token.getType());
                case PimLexer.RPAREN, PimLexer.RBRACKET, PimLexer.RBRACE, PimLexer.GREATER -> open.poll();
                case PimLexer.COLON, PimLexer.ARROW -> typed |= open.isEmpty();
                default -> {}
            }
        }
        int before = tokens.getLast().getType();
        boolean inBraces = !open.isEmpty() && open.peek() == PimLexer.LBRACE;
        if (inBraces && (before == PimLexer.LBRACE || before == PimLexer.COMMA)) return new Statement(name, Expected.ATTRIBUTE_NAME);
        if (inBraces && before == PimLexer.EQUAL) return new Statement(name, Expected.ATTRIBUTE);
        boolean type = typed || block || before == PimLexer.COLON || before == PimLexer.ARROW || before == PimLexer.SHAPED;
        return new Statement(name, type ? Expected.TYPE : Expected.PARTS);
    }
}
