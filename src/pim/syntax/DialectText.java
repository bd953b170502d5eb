package pim.syntax;

import java.util.function.BiFunction;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import pim.define.Dialect;
import pim.define.Reader;
import pim.ir.attr.Attribute;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.OpaqueText;
import pim.ir.type.NoneType;
import pim.ir.type.OpaqueType;
import pim.ir.type.Type;

/// `!dialect.mnemonic<...>` and `#dialect.mnemonic<...>`: read by the dialect when it is loaded, else kept as written up to the bracket that closes.
final class DialectText {
    private static final int SHORT_BODY = 4096;

    private final PimParser parser;
    private final Token name;
    private final String dialect;
    private final String mnemonic;

    DialectText(PimParser parser, Token name) {
        this.parser = parser;
        this.name = name;
        var text = name.getText();
        int dot = text.indexOf('.');
        dialect = text.substring(1, dot < 0 ? text.length() : dot);
        mnemonic = dot < 0 ? "" : text.substring(dot + 1);
    }

    Type type() {
        var known = loaded("type");
        if (known != null && known.isPartial() && parser.allowUnregistered && hasParameters()
            && !known.knowsType(mnemonic, parameters())) known = null;
        var type = known == null ? null : read(known, known::readType, "type");
        return type != null ? type : new OpaqueType(dialect, body());
    }

    private boolean hasParameters() {
        return parser.here().getType() == PimLexer.LESS && parser.here().getStartIndex() == name.getStopIndex() + 1;
    }

    /// What follows in brackets, without reading it.
    private String parameters() {
        int start = name.getStopIndex() + 1;
        return name.getInputStream().getText(Interval.of(start, closing(start) - 1));
    }

    Attribute attribute() {
        var known = loaded("attribute");
        var attribute = known == null ? null : read(known, known::readAttribute, "attribute");
        if (attribute != null) return attribute;
        var body = body();
        var type = TokenReader.tryToken(parser, PimLexer.COLON) ? parser.type().value : NoneType.NONE;
        return new OpaqueAttr(dialect, body, type.equals(NoneType.NONE) ? null : type);
    }

    /// What the dialect reads; in `!dialect<mnemonic ...>` the mnemonic stands within the brackets. Null, and nothing read, where it does not know
    /// that and another tool's dialect of that name may.
    private <T> T read(Dialect known, BiFunction<String, Reader, T> dialects, String what) {
        var reader = new TokenReader(parser);
        boolean bracketed = mnemonic.isEmpty(), passes = known.isPartial() && parser.allowUnregistered;
        if (bracketed && passes) return null;
        if (bracketed) reader.literal("<");
        var called = bracketed ? reader.keyword() : mnemonic;
        try {
            var read = dialects.apply(called, reader);
            if (read == null && passes) return null;
            if (read == null) throw parser.failureAt(name, "unknown " + what + " '" + called + "' in dialect '" + dialect + "'");
            if (bracketed) reader.literal(">");
            return read;
        } catch (IllegalArgumentException e) {
            throw parser.failureAt(name, e.getMessage());
        }
    }

    /// The dialect, or null when it is unknown and that is allowed.
    private Dialect loaded(String what) {
        if (mnemonic.isEmpty() && !hasParameters()) throw parser.failureAt(name, "undefined symbol alias id '" + name.getText().substring(1) + "'");
        var known = parser.registry.dialect(dialect);
        if (known == null && !parser.allowUnregistered) {
            throw parser.failureAt(name, what + " '" + name.getText()
                + "' is of an unregistered dialect; use --allow-unregistered-dialect to accept it");
        }
        return known;
    }

    /// What follows the dialect's name, brackets and all.
    private OpaqueText body() {
        int start = name.getStartIndex() + 1 + dialect.length(), end = name.getStopIndex() + 1;
        var input = name.getInputStream();
        if (parser.here().getType() == PimLexer.LESS && parser.here().getStartIndex() == end) {
            end = closing(end);
            ((OneTokenStream) parser.getInputStream()).skipTo(end);
        }
        return OpaqueBody.read(name.getText().charAt(0) + dialect, input.getText(Interval.of(start, end - 1)), parser::meaning);
    }

    /// The offset behind the bracket that closes the one at `open`.
    private int closing(int open) {
        int size = name.getInputStream().size();
        // A body is short as a rule; the rest of the file is looked at only when it is not.
        int end = closing(open, Math.min(size, open + SHORT_BODY));
        return end >= 0 || open + SHORT_BODY >= size ? require(end) : require(closing(open, size));
    }

    private int require(int end) {
        if (end < 0) throw parser.failureAt(name, "unbalanced '<' in pretty dialect name");
        return end;
    }

    /// As above, looking no further than `limit`; -1 when the bracket is not closed before.
    private int closing(int open, int limit) {
        var expected = new StringBuilder();
        var text = name.getInputStream().getText(Interval.of(open, limit - 1));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> expected.append('>');
                case '(' -> expected.append(')');
                case '[' -> expected.append(']');
                case '{' -> expected.append('}');
                case '"' -> {
                    for (i++; i < text.length() && text.charAt(i) != '"'; i++) if (text.charAt(i) == '\\') i++;
                }
                case '-' -> {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '>') i++;
                }
                case '>', ')', ']', '}' -> {
                    if (expected.charAt(expected.length() - 1) != c) throw parser.failureAt(name, "unbalanced '" + c
                        + "' character in pretty dialect name");
                    expected.setLength(expected.length() - 1);
                    if (expected.isEmpty()) return open + i + 1;
                }
                default -> {}
            }
        }
        return -1;
    }
}
