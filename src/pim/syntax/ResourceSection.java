package pim.syntax;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.antlr.v4.runtime.Token;
import pim.ir.Resources;

/// Reads the `{-# ... #-}` of a file: blobs of `dense_resource` attributes, and where the weight file is.
final class ResourceSection {
    static final String BLOBS = "dialect_resources", BUILTIN = "builtin", EXTERNAL = "external_resources", OWN = "pimlico", WEIGHTS = "weights";

    private final ParserActions parser;
    final Resources resources = new Resources();

    ResourceSection(ParserActions parser) {
        this.parser = parser;
    }

    /// Refuses a section that there is not.
    void open(Token section, String name) {
        if (!List.of(BLOBS, EXTERNAL).contains(name)) throw parser.failureAt(section, "unknown key '" + name + "' in file metadata dictionary");
    }

    void add(String section, String group, String key, Token value) {
        if (section.equals(BLOBS)) {
            var bytes = blob(value);
            if (group.equals(BUILTIN)) {
                resources.put(key, bytes);
                resources.align(key, alignment(value));
            } else resources.putForeign(group, key, value.getText());
        } else if (group.equals(OWN) && key.equals(WEIGHTS) && value.getType() == PimLexer.STRING) {
            resources.setWeightFile(LiteralActions.unquote(value), _ -> null, false);
        } else resources.putExternal(group, key, value.getText());
    }

    /// The data of `"0x` four bytes of alignment, then the data`"`.
    private ByteBuffer blob(Token value) {
        if (value.getType() != PimLexer.STRING) throw parser.failureAt(value, "expected a string with the hexadecimal bytes of a resource");
        var text = LiteralActions.unquote(value);
        try {
            if (!text.startsWith("0x") || text.length() < 10) throw new IllegalArgumentException();
            alignment(value);
            return ByteBuffer.wrap(HexFormat.of().parseHex(text, 10, text.length())).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IllegalArgumentException e) {
            throw parser.failureAt(value, "expected hex string blob: `0x`, four bytes of alignment, then the data");
        }
    }

    private static int alignment(Token value) {
        return Integer.reverseBytes(HexFormat.fromHexDigits(LiteralActions.text(value), 2, 10));
    }
}
