package pim.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiFunction;

/// A file of named tensors in the safetensors format: eight bytes of header length, a JSON header, the elements.
///
/// The file is mapped into memory, of any size; opening reads the header alone, and [#get] copies out one tensor.
public final class WeightFile {
    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    /// Where the header begins, behind its length.
    private static final int HEADER = 8;
    private static final String METADATA = "__metadata__";

    private record Entry(Storage storage, int[] shape, long begin, long end) {}

    private final MemorySegment elements;
    private final LinkedHashMap<String, Entry> entries;

    private WeightFile(MemorySegment elements, LinkedHashMap<String, Entry> entries) {
        this.elements = elements;
        this.entries = entries;
    }

    /// Opens a file; the mapping lives as long as this object.
    ///
    /// @throws MalformedFileException if the header is damaged or disagrees with the length of the file
    public static WeightFile open(Path path) throws IOException {
        MemorySegment file;
        try (var channel = FileChannel.open(path)) {
            file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
        long size = file.byteSize();
        if (size < HEADER) throw new MalformedFileException(path, "this is not a weight file: it ends at byte " + size
            + ", within the length of its header");
        long length = file.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 0);
        if (length < 2 || length > size - HEADER) {
            throw new MalformedFileException(path, "this is not a weight file, or it is cut off: its header should take "
                + Long.toUnsignedString(length)
                + " bytes from byte " + HEADER + " on, but the file ends at byte " + size);
        }
        long start = HEADER + length;
        return new WeightFile(file.asSlice(start), entries(path, header(path, file.asSlice(HEADER, length)), start, size));
    }

    private static JsonNode header(Path path, MemorySegment bytes) throws IOException {
        try {
            var header = JSON.readTree(bytes.toArray(ValueLayout.JAVA_BYTE));
            if (header != null && header.isObject()) return header;
            throw new MalformedFileException(path, "the header of the weight file is not a JSON object");
        } catch (JsonProcessingException e) {
            long at = HEADER + Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
            throw new MalformedFileException(path, "the header of the weight file is not JSON at byte " + at + ": " + e.getOriginalMessage());
        }
    }

    /// @param start where in the file the elements begin, which the offsets in the header count from
    /// @param size  of the file
    private static LinkedHashMap<String, Entry> entries(Path path, JsonNode header, long start, long size) throws MalformedFileException {
        var entries = new LinkedHashMap<String, Entry>();
        for (var field : header.properties()) {
            if (!field.getKey().equals(METADATA)) entries.put(field.getKey(), entry(path, field.getKey(), field.getValue(), start, size));
        }
        return entries;
    }

    private static Entry entry(Path path, String name, JsonNode json, long start, long size) throws MalformedFileException {
        var where = "tensor '" + name + "': ";
        var storage = Arrays.stream(Storage.values()).filter(s -> s.name().equals(json.path("dtype").asText())).findFirst()
            .orElseThrow(() -> new MalformedFileException(path, where + "the dtype " + json.path("dtype") + " is not one of "
                + Arrays.toString(Storage.values())));
        var offsets = json.path("data_offsets");
        if (offsets.size() != 2 || !offsets.get(0).isIntegralNumber() || !offsets.get(1).isIntegralNumber() || !json.path("shape").isArray()) {
            throw new MalformedFileException(path, where + "a shape and two data_offsets are expected");
        }
        var shape = new int[json.get("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            var dim = json.get("shape").get(i);
            if (!dim.canConvertToInt() || !dim.isIntegralNumber() || dim.intValue() < 0) {
                throw new MalformedFileException(path, where + "the dimension " + dim + " is not supported");
            }
            shape[i] = dim.intValue();
        }
        long begin = offsets.get(0).longValue(), end = offsets.get(1).longValue();
        if (begin < 0 || end > size - start) {
            throw new MalformedFileException(path, where + "its bytes " + (start + begin) + " to " + (start + end)
                + " lie outside the file, which ends at byte "
                + size + " and may be cut off");
        }
        try {
            if (end - begin == storage.bytes(shape)) return new Entry(storage, shape, begin, end);
        } catch (ArithmeticException tooLarge) {
            // as wrong as any other size
        }
        throw new MalformedFileException(path, where + "the " + (end - begin) + " bytes from byte " + (start + begin) + " on do not hold the shape "
            + Arrays.toString(shape) + " of " + storage);
    }

    /// The tensors' names, in the order of the file's header.
    public SequencedSet<String> names() {
        return Collections.unmodifiableSequencedSet(entries.sequencedKeySet());
    }

    public int[] shape(String name) {
        return entry(name).shape.clone();
    }

    public Storage storage(String name) {
        return entry(name).storage;
    }

    /// A copy of the tensor called `name`.
    ///
    /// @throws IllegalArgumentException if there is none; see [#names()]
    public Tensor get(String name) {
        var entry = entry(name);
        return entry.storage.read(elements.asSlice(entry.begin, entry.end - entry.begin), entry.shape.clone());
    }

    private Entry entry(String name) {
        var entry = entries.get(name);
        if (entry == null) throw new IllegalArgumentException("the weight file has no tensor '" + name + "'");
        return entry;
    }

    /// The bytes of the tensor called `name`, little-endian, in the mapped file: nothing is copied.
    ///
    /// @throws IllegalArgumentException if there is none, or it has more bytes than a buffer can address (2 GB)
    public ByteBuffer bytes(String name) {
        var entry = entry(name);
        if (entry.end - entry.begin > Integer.MAX_VALUE) throw new IllegalArgumentException("the tensor '" + name + "' has more than 2 GB");
        return elements.asSlice(entry.begin, entry.end - entry.begin).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A tensor as it goes into a file: `elements` writes as many bytes as storage and shape say.
    public record Stored(Storage storage, int[] shape, WholeFile.Content elements) {}

    /// Writes the tensors in the map's order, each with the type of its elements.
    public static void write(Path path, Map<String, Tensor> tensors) throws IOException {
        write(path, tensors, (_, tensor) -> Storage.of(tensor));
    }

    /// Writes the tensors in the map's order, with the storage that `storage` answers for each: 8 or 16 bits for fixed-point weights, say.
    public static void write(Path path, Map<String, Tensor> tensors, BiFunction<String, Tensor, Storage> storage) throws IOException {
        var stored = new LinkedHashMap<String, Stored>();
        tensors.forEach((name, tensor) -> {
            var type = storage.apply(name, tensor);
            stored.put(name, new Stored(type, tensor.shape(), out -> type.write(tensor, out)));
        });
        writeStored(path, stored);
    }

    public static void writeStored(Path path, Map<String, Stored> tensors) throws IOException {
        var text = JSON.writeValueAsBytes(header(tensors));
        // the format asks for elements at a multiple of eight bytes, reached with blanks
        var padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        WholeFile.write(path, out -> {
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(padded.length).array());
            out.write(padded);
            for (var tensor : tensors.values()) tensor.elements.writeTo(out);
        });
    }

    private static ObjectNode header(Map<String, Stored> tensors) {
        var header = JSON.createObjectNode();
        long begin = 0;
        for (var tensor : tensors.entrySet()) {
            var stored = tensor.getValue();
            var entry = header.putObject(tensor.getKey()).put("dtype", stored.storage.name());
            var shape = entry.putArray("shape");
            for (int d : stored.shape) shape.add(d);
            long end = begin + stored.storage.bytes(stored.shape);
            entry.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        return header;
    }
}
