package pim.dialect.isa.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import pim.tensor.MalformedFileException;

/// The bytes of a program, which may be read more than once. What is compressed with gzip is expanded.
///
/// @param path what the user calls it
public record ProgramFile(Path path, Opener opener) {
    private static final int BUFFER = 1 << 16;

    /// What gives the bytes anew.
    @FunctionalInterface public interface Opener {
        InputStream open() throws IOException;
    }

    public static ProgramFile of(Path path) {
        return new ProgramFile(path, () -> Files.newInputStream(path));
    }

    public static ProgramFile of(Path path, byte[] bytes) {
        return new ProgramFile(path, () -> new ByteArrayInputStream(bytes));
    }

    InputStream open() throws IOException {
        var in = new BufferedInputStream(opener.open(), BUFFER);
        try {
            in.mark(2);
            int magic = in.read() | in.read() << 8;
            in.reset();
            return magic == GZIPInputStream.GZIP_MAGIC ? new WholeGzip(path, in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            // Reading a folder is no error of the file system's in Java.
            throw Files.isDirectory(path) ? new FileSystemException(path.toString(), null, e.getMessage()) : e;
        }
    }

    /// All bytes, expanded.
    ///
    /// @throws MalformedFileException if the compressed bytes are damaged
    public byte[] readAll() throws IOException {
        try (var in = open()) {
            return in.readAllBytes();
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    /// What is wrong with the compressed bytes, as a user reads it.
    MalformedFileException damaged(IOException e) {
        var what = e instanceof EOFException ? "the file ends within its compressed bytes" : "the compressed bytes are damaged: " + e.getMessage();
        return new MalformedFileException(path, what);
    }
}
