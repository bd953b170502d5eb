package pim.dialect.graph.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import pim.onnx.TensorProto.DataType;
import pim.onnx.TensorProto;
import pim.tensor.MalformedFileException;
import pim.tensor.Storage;
import pim.tensor.Tensor;
import pim.tensor.WholeFile;

/// ONNX tensors: those inside a model, and those that are a file of their own (`.pb`).
public final class TensorProtos {
    private TensorProtos() {}

    /// Reads a file that is one serialized `TensorProto`.
    ///
    /// @throws MalformedFileException if it is not one, or its element type is not supported
    public static Tensor read(Path path) throws IOException {
        TensorProto proto;
        try {
            proto = TensorProto.parseFrom(Files.readAllBytes(path));
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedFileException(path, "this is not an ONNX tensor, or it is cut off");
        }
        // an empty file is an empty message to protobuf
        if (!proto.hasDataType()) throw new MalformedFileException(path, "this is not an ONNX tensor: it has no data type");
        return tensor(proto, path);
    }

    public static void write(Path path, String name, Tensor tensor) throws IOException {
        WholeFile.write(path, proto(name, tensor)::writeTo);
    }

    /// The message of a tensor: `FLOAT`, `INT32` or `INT64`, in raw form.
    public static TensorProto proto(String name, Tensor tensor) {
        var bytes = ByteString.newOutput(Math.toIntExact(Storage.of(tensor).bytes(tensor.shape())));
        try {
            Storage.of(tensor).write(tensor, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        var type = switch (tensor) {
            case Tensor.Floats _ -> DataType.FLOAT;
            case Tensor.Ints _ -> DataType.INT32;
            case Tensor.Longs _ -> DataType.INT64;
        };
        return TensorProto.newBuilder().setName(name).setDataType(type.getNumber()).setRawData(bytes.toByteString())
            .addAllDims(Arrays.stream(tensor.shape()).mapToObj(d -> (long) d).toList()).build();
    }

    /// The tensor that `proto` holds, in raw form, in its typed field or in another file.
    ///
    /// @param file the file that holds `proto`; the location of external elements is relative to its folder
    /// @throws MalformedFileException if the elements are missing, do not fit the shape, or are of a type that is not supported
    public static Tensor tensor(TensorProto proto, Path file) throws IOException {
        var where = proto.getName().isEmpty() ? "" : "tensor '" + proto.getName() + "': ";
        var storage = storage(proto.getDataType());
        if (storage == null) {
            throw new MalformedFileException(file, where + "elements of type " + typeName(proto.getDataType()) + " are not supported");
        }
        try {
            var shape = proto.getDimsList().stream().mapToInt(Math::toIntExact).toArray();
            if (Arrays.stream(shape).anyMatch(d -> d < 0)) {
                throw new MalformedFileException(file, where + "the shape " + proto.getDimsList() + " has a negative dimension");
            }
            if (proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                return storage.read(external(proto, storage.bytes(shape), file, where), shape);
            }
            if (proto.hasRawData()) return storage.read(MemorySegment.ofArray(expect(storage.bytes(shape), proto.getRawData(), file, where)), shape);
            return typed(proto, storage, shape, file, where);
        } catch (ArithmeticException e) {
            throw new MalformedFileException(file, where + "the shape " + proto.getDimsList() + " is too large");
        }
    }

    /// The storage of an ONNX element type, or null where it has none.
    public static Storage storage(int dataType) {
        return switch (DataType.forNumber(dataType)) {
            case FLOAT -> Storage.F32;
            case DOUBLE -> Storage.F64;
            case FLOAT16 -> Storage.F16;
            case INT8 -> Storage.I8;
            case UINT8 -> Storage.U8;
            case INT16 -> Storage.I16;
            case UINT16 -> Storage.U16;
            case INT32 -> Storage.I32;
            case INT64 -> Storage.I64;
            case BOOL -> Storage.BOOL;
            case null, default -> null;
        };
    }

    /// The name of an ONNX element type, for messages.
    public static String typeName(int dataType) {
        var type = DataType.forNumber(dataType);
        return type == null ? "number " + dataType : type.name();
    }

    private static byte[] expect(long bytes, ByteString raw, Path file, String where) throws MalformedFileException {
        if (raw.size() == bytes) return raw.toByteArray();
        throw new MalformedFileException(file, where + "its shape asks for " + bytes + " bytes, it has " + raw.size());
    }

    private static Tensor typed(TensorProto proto, Storage storage, int[] shape, Path file, String where) throws MalformedFileException {
        int count = switch (storage) {
            case F32 -> proto.getFloatDataCount();
            case F64 -> proto.getDoubleDataCount();
            case I64 -> proto.getInt64DataCount();
            case F16, I8, U8, I16, U16, I32, BOOL -> proto.getInt32DataCount();
        };
        int n = Tensor.size(shape);
        if (count != n) throw new MalformedFileException(file, where + "its shape asks for " + n + " elements, it has " + count);
        return switch (storage) {
            case F32 -> floats(shape, proto.getFloatDataList());
            case F64 -> floats(shape, proto.getDoubleDataList());
            case F16 -> floats(shape, proto.getInt32DataList().stream().map(bits -> Float.float16ToFloat(bits.shortValue())).toList());
            case I64 -> new Tensor.Longs(shape, proto.getInt64DataList().stream().mapToLong(l -> l).toArray());
            case I8, U8, I16, U16, I32, BOOL -> new Tensor.Ints(shape, proto.getInt32DataList().stream().mapToInt(i -> i).toArray());
        };
    }

    private static Tensor.Floats floats(int[] shape, List<? extends Number> elements) {
        var data = new float[elements.size()];
        for (int i = 0; i < data.length; i++) data[i] = elements.get(i).floatValue();
        return new Tensor.Floats(shape, data);
    }

    private static MemorySegment external(TensorProto proto, long bytes, Path file, String where) throws IOException {
        String location = null;
        long offset = 0, length = bytes;
        for (var entry : proto.getExternalDataList()) {
            try {
                switch (entry.getKey()) {
                    case "location" -> location = entry.getValue();
                    case "offset" -> offset = Long.parseLong(entry.getValue());
                    case "length" -> length = Long.parseLong(entry.getValue());
                    default -> { } // a checksum, which nothing relies on
                }
            } catch (NumberFormatException e) {
                throw new MalformedFileException(file, where + "the " + entry.getKey() + " '" + entry.getValue()
                    + "' of its external data is not a number");
            }
        }
        if (location == null) throw new MalformedFileException(file, where + "its external data has no location");
        if (length != bytes) {
            throw new MalformedFileException(file, where + "its shape asks for " + bytes + " bytes, its external data has " + length);
        }
        var beside = file.resolveSibling(location);
        if (!Files.isRegularFile(beside)) {
            throw new MalformedFileException(file, where + "the file '" + location + "' of its external data is not beside the model");
        }
        try (var channel = FileChannel.open(beside)) {
            if (offset < 0 || offset > channel.size() - length) {
                throw new MalformedFileException(file, where + "the file '" + location + "' of its external data ends before byte "
                    + (offset + length));
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, offset, length, Arena.ofAuto());
        }
    }
}
