package pim.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// NumPy's `.npy` files, format versions 1 and 2: one array, little-endian, row-major (`fortran_order: False`).
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*(?:'([<>|=])(\\w+)'|(.*?)\\s*[,}])");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,]*)\\)");

    private Npy() {}

    /// Reads a file: floats (16, 32 and 64 bits) as [Tensor.Floats], integers up to 32 bits and booleans as [Tensor.Ints], 64 bits as [Tensor.Longs].
    ///
    /// @throws MalformedFileException if the file is damaged, or of a type or order that is not supported
    public static Tensor read(Path path) throws IOException {
        var bytes = Files.readAllBytes(path);
        if (bytes.length < 10 || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new MalformedFileException(path, "this is not a .npy file");
        }
        int version = bytes[6];
        if (version != 1 && version != 2) {
            throw new MalformedFileException(path, ".npy format version " + version + " is not supported, only 1 and 2 are");
        }
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int start = version == 1 ? 10 : 12;
        long length = version == 1 ? Short.toUnsignedInt(buffer.getShort(8)) : bytes.length < 12 ? Long.MAX_VALUE
            : Integer.toUnsignedLong(buffer.getInt(8));
        if (length > bytes.length - start) throw new MalformedFileException(path, "the .npy header is cut off");
        int data = start + (int) length;
        var header = new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
        var storage = storage(path, header);
        var shape = shape(path, header);
        long expected = storage.bytes(shape);
        if (bytes.length - data != expected) {
            throw new MalformedFileException(path, "the .npy header announces " + expected + " bytes of data, the file has " + (bytes.length - data));
        }
        return storage.read(MemorySegment.ofArray(bytes).asSlice(data), shape);
    }

    /// Writes `tensor` with the type of its elements: `<f4`, `<i4` or `<i8`.
    public static void write(Path path, Tensor tensor) throws IOException {
        write(path, tensor, Storage.of(tensor));
    }

    public static void write(Path path, Tensor tensor, Storage storage) throws IOException {
        var dims = Arrays.stream(tensor.shape()).mapToObj(d -> d + ",").collect(Collectors.joining(" "));
        if (tensor.shape().length > 1) dims = dims.substring(0, dims.length() - 1);
        var header = "{'descr': '" + (storage.bytes() == 1 ? "|" : "<") + storage.code() + "', 'fortran_order': False, 'shape': (" + dims + "), }";
        int unpadded = MAGIC.length + 4 + header.length() + 1;
        var padded = header + " ".repeat(Math.floorMod(-unpadded, 64)) + "\n";
        WholeFile.write(path, out -> {
            out.write(MAGIC);
            out.write(new byte[] {1, 0, (byte) padded.length(), (byte) (padded.length() >> 8)});
            out.write(padded.getBytes(StandardCharsets.ISO_8859_1));
            storage.write(tensor, out);
        });
    }

    private static Storage storage(Path path, String header) throws MalformedFileException {
        var descr = DESCR.matcher(header);
        if (!descr.find()) throw new MalformedFileException(path, "the .npy header has no 'descr'");
        var storage = descr.group(2) == null ? null : Storage.ofCode(descr.group(2));
        if (storage == null) {
            var known = Arrays.stream(Storage.values()).map(Storage::code).collect(Collectors.joining(", "));
            throw new MalformedFileException(path, "arrays of type " + (descr.group(2) == null ? descr.group(3) : descr.group(2))
                + " are not supported, only " + known);
        }
        if (descr.group(1).equals(">") && storage.bytes() > 1) throw new MalformedFileException(path, "big-endian arrays are not supported");
        return storage;
    }

    private static int[] shape(Path path, String header) throws MalformedFileException {
        var fortran = FORTRAN.matcher(header);
        if (!fortran.find()) throw new MalformedFileException(path, "the .npy header has no 'fortran_order'");
        if (fortran.group(1).equals("True")) {
            throw new MalformedFileException(path, "column-major arrays are not supported: save it with numpy.ascontiguousarray");
        }
        var shape = SHAPE.matcher(header);
        if (!shape.find()) throw new MalformedFileException(path, "the .npy header has no 'shape'");
        try {
            var dims = Pattern.compile("\\d+").matcher(shape.group(1)).results().mapToInt(d -> Integer.parseInt(d.group())).toArray();
            Tensor.size(dims);
            return dims;
        } catch (NumberFormatException | ArithmeticException e) {
            throw new MalformedFileException(path, "the shape (" + shape.group(1) + ") is too large");
        }
    }
}
