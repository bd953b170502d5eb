package pim.tool;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Arrays;
import pim.diagnose.SourceText;
import pim.tensor.MalformedFileException;

/// The text of programs.
public final class TextFiles {
    /// In place of a file's name: standard input or output.
    public static final String STANDARD = "-";

    private static final int PIECE = 1 << 18, LARGEST = Integer.MAX_VALUE - 8;

    private TextFiles() {}

    /// The text of the file, or of standard input, under the name that the user gave it or `<stdin>`.
    ///
    /// @throws IOException if it cannot be read or is not UTF-8
    public static SourceText read(String name, Streams io) throws IOException {
        var file = io.file(name);
        try {
            var bytes = name.equals(STANDARD) ? io.in().readAllBytes() : bytes(file);
            var text = new String(bytes, StandardCharsets.UTF_8);
            // What cannot be read has become U+FFFD; whether the text has that itself takes a slower look.
            if (text.indexOf('\uFFFD') >= 0) StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new SourceText(name.equals(STANDARD) ? "<stdin>" : name, text);
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(file.toPath(), "the file is not UTF-8 text");
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // Reading a folder is no error of the file system's in Java.
            throw new FileSystemException(file.getPath(), null, e.getMessage());
        }
    }

    /// All of a file, which may be a pipe, in pieces: to read it at once takes a buffer outside the heap that is as large.
    private static byte[] bytes(File file) throws IOException {
        // A channel, as java.nio has it, takes longer to make ready than a small file to read.
        try (var in = new FileInputStream(file)) {
            long size = file.length();
            if (size > LARGEST) throw new IOException("the file is larger than 2 GB, which is more than a program may have");
            var bytes = new byte[(int) size];
            int count = 0;
            for (int read; (read = in.read(bytes, count, Math.min(PIECE, bytes.length - count))) > 0; ) count += read;
            var rest = in.readAllBytes();
            if (rest.length == 0 && count == bytes.length) return bytes;
            var whole = Arrays.copyOf(bytes, Math.addExact(count, rest.length));
            System.arraycopy(rest, 0, whole, count, rest.length);
            return whole;
        } catch (FileNotFoundException e) {
            // But it says what is wrong.
            return Files.readAllBytes(file.toPath());
        }
    }
}
