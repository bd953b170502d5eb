package pim.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
    @TempDir Path directory;

    private Path npy(int version, String header, byte[] data) throws IOException {
        var text = header.getBytes(StandardCharsets.ISO_8859_1);
        var buffer = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) buffer.putShort((short) text.length);
        else buffer.putInt(text.length);
        buffer.put(text).put(data);
        return Files.write(directory.resolve("a.npy"), Arrays.copyOf(buffer.array(), buffer.position()));
    }

    private String failure(Path path) {
        var failure = assertThrows(MalformedFileException.class, () -> Npy.read(path));
        assertEquals(path, failure.path());
        return failure.getMessage();
    }

    @Test void everyKindOfTensorSurvives() throws IOException {
        var path = directory.resolve("t.npy");
        for (var tensor : new Tensor[] {
            new Tensor.Floats(new int[] {2, 3}, new float[] {1, -2.5f, Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MIN_VALUE}),
            new Tensor.Ints(new int[] {3}, new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE}),
            new Tensor.Longs(new int[] {}, new long[] {Long.MIN_VALUE}),
            new Tensor.Floats(new int[] {2, 0, 4}, new float[0])}) {
            Npy.write(path, tensor);
            assertEquals(tensor, Npy.read(path));
        }
    }

    @Test void narrowStorageHoldsWhatFitsAndRefusesTheRest() throws IOException {
        var path = directory.resolve("t.npy");
        var bytes = new Tensor.Ints(new int[] {2}, new int[] {-128, 127});
        Npy.write(path, bytes, Storage.I8);
        assertEquals(bytes, Npy.read(path));
        var before = Files.readAllBytes(path);
        var failure = assertThrows(IllegalArgumentException.class, () ->
            Npy.write(path, new Tensor.Ints(new int[] {1}, new int[] {128}), Storage.I8));
        assertEquals("the value 128 does not fit I8", failure.getMessage());
        assertTrue(Arrays.equals(before, Files.readAllBytes(path)), "a failed write leaves the file as it was");
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count(), "and no temporary file");
        }
    }

    @Test void theHeaderIsAsNumPyWritesIt() throws IOException {
        var path = directory.resolve("t.npy");
        Npy.write(path, new Tensor.Floats(new int[] {1, 2}, new float[2]));
        var bytes = Files.readAllBytes(path);
        assertEquals(128 + 8, bytes.length);
        assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", new String(bytes, 10, 118, StandardCharsets.ISO_8859_1).strip());
        assertEquals('\n', bytes[127]);
    }

    @Test void versionTwoAndDoublesAreRead() throws IOException {
        var data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.5).putDouble(-3).array();
        assertEquals(new Tensor.Floats(new int[] {2}, new float[] {0.5f, -3}),
            Npy.read(npy(2, "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }\n", data)));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{'descr': '>f4', 'fortran_order': False, 'shape': (1,), } | big-endian arrays are not supported",
        "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), } | arrays of type c8 are not supported, only f4, f8, f2, i1, u1, i2, u2, i4, i8, b1",
        "{'fortran_order': False, 'shape': (1,), } | the .npy header has no 'descr'",
        "{'descr': '<f4', 'shape': (1,), } | the .npy header has no 'fortran_order'",
        "{'descr': '<f4', 'fortran_order': True, 'shape': (1,), } | column-major arrays are not supported: save it with numpy.ascontiguousarray",
        "{'descr': '<f4', 'fortran_order': False} | the .npy header has no 'shape'",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999, 99999), } | the shape (99999, 99999) is too large",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), } | the .npy header announces 8 bytes of data, the file has 4"})
    void badHeaders(String header, String message) throws IOException {
        assertEquals(message, failure(npy(1, header, new byte[4])));
    }

    @Test void damagedFiles() throws IOException {
        assertEquals("this is not a .npy file", failure(Files.writeString(directory.resolve("text.npy"), "hello, this is text")));
        assertEquals(".npy format version 3 is not supported, only 1 and 2 are", failure(npy(3, "{}", new byte[0])));
        var whole = Files.readAllBytes(npy(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", new byte[4]));
        for (int length = 0; length < whole.length; length++) failure(Files.write(directory.resolve("cut.npy"), Arrays.copyOf(whole, length)));
        failure(Files.write(directory.resolve("cut.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, 1, 0, 0}));
    }
}
