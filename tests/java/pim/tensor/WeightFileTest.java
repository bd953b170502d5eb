package pim.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightFileTest {
    @TempDir Path directory;

    private Path file(String header, byte... elements) throws IOException {
        var text = header.getBytes(StandardCharsets.UTF_8);
        return Files.write(directory.resolve("w.safetensors"),
            ByteBuffer.allocate(8 + text.length + elements.length).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).put(elements)
                .array());
    }

    private static String failure(Path path) {
        return assertThrows(MalformedFileException.class, () -> WeightFile.open(path)).getMessage();
    }

    @Test void namedTensorsSurvive() throws IOException {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("a \"quoted\" näme", new Tensor.Floats(new int[] {1, 2}, new float[] {1.5f, Float.NaN}));
        tensors.put("i16", new Tensor.Ints(new int[] {3}, new int[] {-32768, 0, 32767}));
        tensors.put("i8", new Tensor.Ints(new int[] {2}, new int[] {-128, 127}));
        tensors.put("i32", new Tensor.Ints(new int[] {1}, new int[] {Integer.MIN_VALUE}));
        tensors.put("i64", new Tensor.Longs(new int[] {}, new long[] {Long.MAX_VALUE}));
        var storage = Map.of("i16", Storage.I16, "i8", Storage.I8);
        var path = directory.resolve("w.safetensors");
        WeightFile.write(path, tensors, (name, tensor) -> storage.getOrDefault(name, Storage.of(tensor)));
        var file = WeightFile.open(path);
        assertEquals(List.copyOf(tensors.keySet()), List.copyOf(file.names()));
        tensors.forEach((name, tensor) -> {
            assertEquals(tensor, file.get(name));
            assertArrayEquals(tensor.shape(), file.shape(name));
        });
        assertEquals(Storage.I16, file.storage("i16"));
        var missing = assertThrows(IllegalArgumentException.class, () -> file.get("b"));
        assertEquals("the weight file has no tensor 'b'", missing.getMessage());
    }

    @Test void elementsStartAtAMultipleOfEight() throws IOException {
        var path = directory.resolve("w.safetensors");
        for (int length = 1; length < 10; length++) {
            WeightFile.write(path, Map.of("n".repeat(length), new Tensor.Longs(new int[] {1}, new long[] {length})));
            assertEquals(0, ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
            assertEquals(new Tensor.Longs(new int[] {1}, new long[] {length}), WeightFile.open(path).get("n".repeat(length)));
        }
    }

    @Test void aFileOfMoreThanTwoGigabytes() throws IOException {
        long far = 5L << 30;
        var path = file("{\"__metadata__\":{\"a\":\"b\"},\"far\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[" + far + "," + (far + 4)
            + "]}}");
        long start = Files.size(path);
        try (var sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.seek(start + far);
            sparse.write(new byte[] {1, 2, 0, 0});
        }
        assertEquals(new Tensor.Ints(new int[] {1}, new int[] {0x201}), WeightFile.open(path).get("far"));
        assertEquals(List.of("far"), List.copyOf(WeightFile.open(path).names()));
    }

    @Test void aFailedWriteLeavesTheFileAsItWas() throws IOException {
        var path = directory.resolve("w.safetensors");
        WeightFile.write(path, Map.of("a", new Tensor.Ints(new int[] {1}, new int[] {1})));
        var before = Files.readAllBytes(path);
        assertThrows(IllegalArgumentException.class, () -> WeightFile.write(path, Map.of("a", new Tensor.Ints(new int[] {1}, new int[] {300})),
            (_, _) -> Storage.I8));
        assertThrows(IllegalArgumentException.class, () -> WeightFile.write(path, Map.of("a", new Tensor.Longs(new int[] {1}, new long[] {3})),
            (_, _) -> Storage.I8));
        assertArrayEquals(before, Files.readAllBytes(path));
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[1, 2] | the header of the weight file is not a JSON object",
        "{\"a\":{\"dtype\":\"F99\"}} | tensor 'a': the dtype \"F99\" is not one of [F32, F64, F16, I8, U8, I16, U16, I32, I64, BOOL]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}} | tensor 'a': a shape and two data_offsets are expected",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | tensor 'a': the dimension -1 is not supported",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | tensor 'a': its bytes 62 to 70 lie outside the file, which ends at byte 66 and may be cut off",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | tensor 'a': the 4 bytes from byte 62 on do not hold the shape [2] of F32",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999,99999],\"data_offsets\":[0,4]}} | tensor 'a': the 4 bytes from byte 72 on do not hold the shape [99999, 99999] of F32"})
    void badHeaders(String header, String message) throws IOException {
        assertEquals(message, failure(file(header, new byte[4])));
    }

    @Test void damagedFiles() throws IOException {
        assertEquals("this is not a weight file: it ends at byte 3, within the length of its header", failure(Files.writeString(directory.resolve("short"), "abc")));
        assertTrue(failure(Files.writeString(directory.resolve("text"), "some text of some length"))
            .startsWith("this is not a weight file, or it is cut off: its header should take 8675467939688574835 bytes from byte 8 on, but the file ends at byte 24"));
        assertTrue(failure(file("{\"a\": nothing}")).startsWith("the header of the weight file is not JSON at byte "));
        assertTrue(failure(file("{\"a\": 1, \"a\": 2}")).contains("Duplicate field 'a'"), "the same name twice");
        var path = directory.resolve("w.safetensors");
        WeightFile.write(path, Map.of("a", new Tensor.Floats(new int[] {3}, new float[3])));
        var whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length++) failure(Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length)));
    }
}
