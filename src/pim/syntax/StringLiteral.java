package pim.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import pim.ir.ByteText;

/// How strings stand in the text.
public final class StringLiteral {
    private StringLiteral() {}

    /// The string that `literal`, which is in quotes, stands for.
    public static String unquote(String literal) {
        return unescape(literal.substring(1, literal.length() - 1));
    }

    /// The string that what is between quotes stands for.
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) return text;
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                int end = i + Character.charCount(text.codePointAt(i));
                bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
                continue;
            }
            char escaped = text.charAt(++i);
            switch (escaped) {
                case '"', '\\' -> bytes.write(escaped);
                case 'n' -> bytes.write('\n');
                case 't' -> bytes.write('\t');
                default -> bytes.write(Integer.parseInt(text, i, ++i + 1, 16));
            }
        }
        return ByteText.decode(bytes.toByteArray());
    }
}
