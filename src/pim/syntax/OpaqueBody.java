package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import pim.ir.attr.Attribute;
import pim.ir.attr.OpaqueText;
import pim.ir.type.Type;

/// Finds, in what a dialect wrote, the names that the file defines.
final class OpaqueBody {
    private static final Pattern PIECE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[#!][a-zA-Z0-9_$.-]+|\\bdistinct\\[([0-9]{1,18})\\]");

    private OpaqueBody() {}

    /// @param meaning     of a name, sign and all: a type, an attribute or null
    /// @param ofMlir      whether MLIR knows the dialect, and so numbers distinct attributes in its bodies too
    static OpaqueText read(String body, Function<String, Object> meaning, boolean ofMlir) {
        if (body.indexOf('#') < 0 && body.indexOf('!') < 0 && body.indexOf("distinct[") < 0) return OpaqueText.of(body);
        List<OpaqueText.Piece> pieces = new ArrayList<>();
        int start = 0;
        var matcher = PIECE.matcher(body);
        while (matcher.find()) {
            var piece = piece(matcher.group(), matcher.group(1), meaning, ofMlir);
            if (piece == null) continue;
            boolean number = piece instanceof OpaqueText.DistinctNumber;
            pieces.add(new OpaqueText.Words(body.substring(start, number ? matcher.start(1) : matcher.start())));
            pieces.add(piece);
            start = number ? matcher.end(1) : matcher.end();
        }
        pieces.add(new OpaqueText.Words(body.substring(start)));
        return new OpaqueText(pieces);
    }

    private static OpaqueText.Piece piece(String text, String number, Function<String, Object> meaning, boolean ofMlir) {
        if (number != null) return ofMlir ? new OpaqueText.DistinctNumber(Long.parseLong(number)) : null;
        if (text.charAt(0) == '"') return null;
        return switch (meaning.apply(text)) {
            case Type type -> new OpaqueText.NamedType(type);
            case Attribute attribute -> new OpaqueText.NamedAttribute(attribute);
            case null, default -> null;
        };
    }
}
