package pim.syntax;

import java.math.BigInteger;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pim.define.Reader;
import pim.diagnose.CompileFailure;
import pim.ir.attr.Attribute;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.ir.type.Shape;
import pim.ir.type.Type;

/// Reads the parameters of dialects' types and attributes from the parser's tokens.
class TokenReader implements Reader {
    protected final PimParser parser;

    TokenReader(PimParser parser) {
        this.parser = parser;
    }

    static boolean tryToken(PimParser parser, int type) {
        if (parser.here().getType() != type) return false;
        parser.consume();
        return true;
    }

    protected Token next(int type, String expected) {
        var token = parser.here();
        if (token.getType() != type) throw failure("expected " + expected);
        parser.consume();
        return token;
    }

    @Override public boolean at(String literal) {
        var token = parser.here();
        return token.getType() != PimLexer.STRING && token.getText().equals(literal);
    }

    @Override public boolean tryLiteral(String literal) {
        if (!at(literal)) return false;
        parser.consume();
        return true;
    }

    @Override public void literal(String literal) {
        if (!tryLiteral(literal)) throw failure("expected '" + literal + "'");
    }

    @Override public String keyword() {
        return parser.keyword().token.getText();
    }

    @Override public String string() {
        return LiteralActions.unquote(next(PimLexer.STRING, "a string in quotes"));
    }

    @Override public long integer() {
        boolean negative = tryToken(parser, PimLexer.MINUS);
        long value = parser.longValue(next(PimLexer.INTEGER, "an integer"));
        return negative ? -value : value;
    }

    @Override public long integer(IntegerType type) {
        boolean negative = tryToken(parser, PimLexer.MINUS);
        return parser.integer(next(PimLexer.INTEGER, "an integer"), negative, type).longValue();
    }

    @Override public double number() {
        boolean negative = tryToken(parser, PimLexer.MINUS);
        var token = parser.here();
        double value = switch (token.getType()) {
            case PimLexer.INTEGER, PimLexer.FLOAT -> Double.parseDouble(token.getText());
            // what has no decimal form, an infinity for one, is written as the bits of an f64
            case PimLexer.HEX -> Double.longBitsToDouble(new BigInteger(token.getText().substring(2), 16).longValue());
            default -> throw failure("expected a number");
        };
        parser.consume();
        return negative ? -value : value;
    }

    @Override public Type type() {
        return parser.type().value;
    }

    @Override public Attribute attribute() {
        return parser.attribute().value;
    }

    @Override public Shape dimensions() {
        var token = parser.here();
        if (token.getType() != PimLexer.EXTENTS) return Shape.SCALAR;
        parser.consume();
        return ShapedParts.extents(parser, token, 0);
    }

    @Override public String symbol() {
        return parser.symbol(List.of(next(PimLexer.SYMBOL_ID, "a symbol name, `@name`"))).root();
    }

    @Override public CompileFailure failure(Location at, String message) {
        return parser.diagnostics.failure(at, message);
    }

    @Override public CompileFailure failure(String message) {
        return parser.failureAt(parser.here(), message.contains("but got") ? message : message + Errors.got(parser.here()));
    }
}
