package pim.tool.lsp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import pim.tool.SplitInput;

/// The protocol as people write it, for tests: messages without a header, between lines `// -----`; answers are laid out to be read.
final class Delimited {
    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private Delimited() {}

    /// The messages of `in`, each behind the header of the protocol.
    static InputStream input(InputStream in) {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new SequenceInputStream(new Enumeration<>() {
            private InputStream next;

            @Override public boolean hasMoreElements() {
                if (next == null) next = message(lines);
                return next != null;
            }

            @Override public InputStream nextElement() {
                if (!hasMoreElements()) throw new NoSuchElementException();
                var message = next;
                next = null;
                return message;
            }
        });
    }

    /// The next message, or null at the end.
    private static InputStream message(BufferedReader lines) {
        var text = new StringBuilder();
        try {
            for (var line = lines.readLine(); ; line = lines.readLine()) {
                boolean ends = line == null || line.equals(SplitInput.MARKER);
                if (!ends) {
                    if (!line.startsWith("//")) text.append(line).append('\n');
                } else if (!text.toString().isBlank()) {
                    return new ByteArrayInputStream(framed(text.toString()));
                } else if (line == null) {
                    return null;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] framed(String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var framed = new ByteArrayOutputStream();
        framed.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        framed.writeBytes(body);
        return framed.toByteArray();
    }

    /// Writes what comes, message by message, with line breaks and indentation; LSP4J writes a header and a body, and then flushes.
    static OutputStream pretty(OutputStream to) {
        return new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override public void flush() throws IOException {
                var text = out.toString();
                ((ByteArrayOutputStream) out).reset();
                int body = text.indexOf("\r\n\r\n");
                if (body < 0) return;
                JsonElement message = JsonParser.parseString(text.substring(body + 4));
                var laidOut = PRETTY.toJson(message).getBytes(StandardCharsets.UTF_8);
                to.write(("Content-Length: " + laidOut.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                to.write(laidOut);
                to.write('\n');
                to.flush();
            }
        };
    }
}
