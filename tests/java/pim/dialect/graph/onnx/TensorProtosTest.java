package pim.dialect.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.onnx.StringStringEntryProto;
import pim.onnx.TensorProto.DataType;
import pim.onnx.TensorProto;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

class TensorProtosTest {
    @TempDir Path directory;

    private Tensor tensor(TensorProto.Builder proto) throws IOException {
        return TensorProtos.tensor(proto.build(), directory.resolve("m.onnx"));
    }

    private String failure(TensorProto.Builder proto) {
        return assertThrows(MalformedFileException.class, () -> tensor(proto)).getMessage();
    }

    private static TensorProto.Builder of(DataType type, long... dims) {
        var proto = TensorProto.newBuilder().setName("w").setDataType(type.getNumber());
        for (long d : dims) proto.addDims(d);
        return proto;
    }

    private static TensorProto.Builder external(String... keysAndValues) {
        var proto = of(DataType.FLOAT, 2).setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            proto.addExternalData(StringStringEntryProto.newBuilder().setKey(keysAndValues[i]).setValue(keysAndValues[i + 1]));
        }
        return proto;
    }

    @Test void filesSurvive() throws IOException {
        var path = directory.resolve("t.pb");
        for (var tensor : List.of(
            new Tensor.Floats(new int[] {2, 1}, new float[] {1.5f, Float.NaN}), new Tensor.Ints(new int[] {}, new int[] {Integer.MIN_VALUE}),
                new Tensor.Longs(new int[] {0}, new long[0]))) {
            TensorProtos.write(path, "t", tensor);
            assertEquals(tensor, TensorProtos.read(path));
        }
    }

    @Test void typedFields() throws IOException {
        assertEquals(new Tensor.Floats(new int[] {2}, new float[] {1, 2}), tensor(of(DataType.FLOAT, 2).addFloatData(1).addFloatData(2)));
        assertEquals(new Tensor.Floats(new int[] {1}, new float[] {0.25f}), tensor(of(DataType.DOUBLE, 1).addDoubleData(0.25)));
        assertEquals(new Tensor.Floats(new int[] {1}, new float[] {1}), tensor(of(DataType.FLOAT16, 1).addInt32Data(0x3C00)));
        assertEquals(new Tensor.Ints(new int[] {1, 1}, new int[] {-7}), tensor(of(DataType.INT8, 1, 1).addInt32Data(-7)));
        assertEquals(new Tensor.Ints(new int[] {}, new int[] {1}), tensor(of(DataType.BOOL).addInt32Data(1)));
        assertEquals(new Tensor.Longs(new int[] {1}, new long[] {-1}), tensor(of(DataType.INT64, 1).addInt64Data(-1)));
    }

    @Test void rawNarrowIntegers() throws IOException {
        var bytes = ByteString.copyFrom(new byte[] {-1, -1});
        assertEquals(new Tensor.Ints(new int[] {2}, new int[] {255, 255}), tensor(of(DataType.UINT8, 2).setRawData(bytes)));
        assertEquals(new Tensor.Ints(new int[] {1}, new int[] {-1}), tensor(of(DataType.INT16, 1).setRawData(bytes)));
        assertEquals(new Tensor.Ints(new int[] {1}, new int[] {65535}), tensor(of(DataType.UINT16, 1).setRawData(bytes)));
    }

    @Test void externalElements() throws IOException {
        Files.write(directory.resolve("w.bin"), new byte[] {9, 9, 9, 9, 0, 0, (byte) 0x80, 0x3F, 0, 0, 0, 0x40});
        var expected = new Tensor.Floats(new int[] {2}, new float[] {1, 2});
        assertEquals(expected, tensor(external("location", "w.bin", "offset", "4", "length", "8", "checksum", "?")));
        assertEquals(expected, tensor(external("location", "w.bin", "offset", "4")));
        assertEquals("tensor 'w': the file 'w.bin' of its external data ends before byte 16", failure(external("location", "w.bin", "offset", "8")));
        assertEquals("tensor 'w': the file 'x.bin' of its external data is not beside the model", failure(external("location", "x.bin")));
        assertEquals("tensor 'w': its external data has no location", failure(external()));
        assertEquals("tensor 'w': its shape asks for 8 bytes, its external data has 4", failure(external("location", "w.bin", "length", "4")));
        assertEquals("tensor 'w': the offset 'four' of its external data is not a number", failure(external("location", "w.bin", "offset", "four")));
    }

    @Test void whatDoesNotFitTogether() throws IOException {
        assertEquals("tensor 'w': its shape asks for 8 bytes, it has 4", failure(of(DataType.FLOAT, 2).setRawData(ByteString.copyFrom(new byte[4]))));
        assertEquals("tensor 'w': its shape asks for 2 elements, it has 0", failure(of(DataType.FLOAT, 2)));
        assertEquals("tensor 'w': elements of type STRING are not supported", failure(of(DataType.STRING, 2)));
        assertEquals("tensor 'w': elements of type number 77 are not supported", failure(TensorProto.newBuilder().setName("w").setDataType(77)));
        assertEquals("tensor 'w': the shape [-1] has a negative dimension", failure(of(DataType.FLOAT, -1)));
        assertEquals("tensor 'w': the shape [1099511627776] is too large", failure(of(DataType.FLOAT, 1L << 40)));
    }

    @Test void damagedFiles() throws IOException {
        var text = Files.writeString(directory.resolve("t.pb"), "this is text");
        assertEquals("this is not an ONNX tensor, or it is cut off", assertThrows(MalformedFileException.class, () -> TensorProtos.read(text))
            .getMessage());
        var empty = Files.writeString(directory.resolve("e.pb"), "");
        assertEquals("this is not an ONNX tensor: it has no data type", assertThrows(MalformedFileException.class, () -> TensorProtos.read(empty))
            .getMessage());
    }
}
