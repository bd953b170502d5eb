package pim.syntax;

import java.util.ArrayList;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import pim.diagnose.CompileFailure;

/// Ends the parse at the first syntax error, with what was expected there and what came.
final class Errors extends DefaultErrorStrategy {
    @Override public Token recoverInline(Parser parser) {
        throw failure(parser, expected(parser));
    }

    @Override public void recover(Parser parser, RecognitionException e) {
        throw failure(parser, expected(parser));
    }

    @Override public void reportError(Parser parser, RecognitionException e) {
        throw failure(parser, expected(parser));
    }

    @Override public void sync(Parser parser) {}

    private static CompileFailure failure(Parser parser, String expected) {
        var own = (ParserActions) parser;
        var token = own.here();
        return switch (token.getType()) {
            case PimLexer.OPEN_STRING -> own.failureAt(token,
                "expected '\"' in string literal, which ends with its line and may escape only \\n, \\t, \\\\, \\\" and \\XX");
            case PimLexer.OTHER -> own.failureAt(token, "unexpected character " + visible(token.getText()));
            default -> own.failureAt(token, "expected " + expected + got(token));
        };
    }

    /// The character in quotes; one that cannot be seen by its number.
    private static String visible(String character) {
        int code = character.codePointAt(0);
        return Character.isISOControl(code) || Character.isWhitespace(code) ? String.format("U+%04X", code) : "'" + character + "'";
    }

    /// `, but got ...`.
    static String got(Token token) {
        if (token.getType() == Token.EOF) return ", but the file ends here";
        var text = token.getText();
        return ", but got '" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
    }

    /// What may stand here: the construct where the rule is about to begin, else the tokens themselves.
    private static String expected(Parser parser) {
        boolean begins = parser.getContext() != null && parser.getContext().getStart() == parser.getInputStream().LT(1);
        if (begins) {
            var construct = switch (parser.getContext().getRuleIndex()) {
                case PimParser.RULE_attribute -> "attribute value";
                case PimParser.RULE_type -> "type";
                case PimParser.RULE_nonFunctionType -> "non-function type";
                case PimParser.RULE_operation -> "operation name in quotes or in its custom form";
                case PimParser.RULE_element, PimParser.RULE_elements -> "element literal of primitive type";
                case PimParser.RULE_locationBody -> "location instance";
                case PimParser.RULE_affineFactor -> "affine expression";
                case PimParser.RULE_entry, PimParser.RULE_key -> "attribute name";
                case PimParser.RULE_keyword -> "bare identifier";
                case PimParser.RULE_use -> "SSA operand";
                default -> null;
            };
            if (construct != null) return construct;
        }
        var automaton = ATNDeserializer.ofParser();
        return names(automaton.nextTokens(automaton.states.get(parser.getState())));
    }

    private static String names(IntervalSet tokens) {
        var names = new ArrayList<String>();
        for (int type : tokens.toArray()) {
            var literal = type < 0 ? null : PimParser.VOCABULARY.getLiteralName(type);
            names.add(switch (type) {
                case Token.EPSILON -> "something else";
                case Token.EOF -> "the end of the file";
                case PimLexer.BARE_ID -> "bare identifier";
                case PimLexer.VALUE_ID -> "SSA value";
                case PimLexer.BLOCK_ID -> "block name";
                case PimLexer.SYMBOL_ID -> "symbol name";
                case PimLexer.INTEGER -> "integer";
                case PimLexer.HEX -> "hexadecimal number";
                case PimLexer.FLOAT -> "floating-point number";
                case PimLexer.STRING -> "string";
                case PimLexer.SHAPED -> "shaped type";
                default -> literal != null ? literal : PimParser.VOCABULARY.getSymbolicName(type);
            });
        }
        if (names.size() > 8) return "something else";
        return names.size() == 1 ? names.getFirst() : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }
}
