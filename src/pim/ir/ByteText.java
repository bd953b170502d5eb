package pim.ir;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Strings of MLIR are bytes. As Java text they are read as UTF-8, and a byte that is none stands as a low surrogate by itself, `U+DC80` to `U+DCFF`.
public final class ByteText {
    private static final char ESCAPE = 0xdc00;

    private ByteText() {}

    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return decodeWithEscapes(bytes);
        }
    }

    private static String decodeWithEscapes(byte[] bytes) {
        var text = new StringBuilder();
        for (int i = 0; i < bytes.length; ) {
            int length = characterAt(bytes, i);
            if (length == 0) text.append((char) (ESCAPE + (bytes[i] & 0xff)));
            else text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
            i += Math.max(1, length);
        }
        return text.toString();
    }

    /// How many bytes from `at` on are one character; 0 when there is none.
    private static int characterAt(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff, length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (at + length > bytes.length) return 0;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
            return length;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }

    public static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isEscape(text, i)) continue;
            bytes.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
            bytes.write(text.charAt(i) - ESCAPE);
            start = i + 1;
        }
        bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static boolean isEscape(String text, int at) {
        char c = text.charAt(at);
        return c >= 0xdc80 && c <= 0xdcff && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
