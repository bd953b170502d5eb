package pim.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// How a file stores the elements of a tensor: little-endian, without gaps, in row-major order. The constants are named as safetensors names its
/// types.
///
/// Reading widens to the tensor that holds every value ([#F64] is narrowed to single precision); writing takes a tensor back only where no value is
/// lost.
public enum Storage {
    F32(4, "f4"), F64(8, "f8"), F16(2, "f2"), I8(1, "i1"), U8(1, "u1"), I16(2, "i2"), U16(2, "u2"), I32(4, "i4"), I64(8, "i8"), BOOL(1, "b1");

    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK = 1 << 16;

    private final int bytes;
    private final String code;

    Storage(int bytes, String code) {
        this.bytes = bytes;
        this.code = code;
    }

    /// Bytes of one element.
    public int bytes() {
        return bytes;
    }

    /// The type as NumPy writes it, without byte order: `f4`, `i2`.
    String code() {
        return code;
    }

    static Storage ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst().orElse(null);
    }

    /// The storage that holds every value a tensor of this kind can have.
    public static Storage of(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Floats _ -> F32;
            case Tensor.Ints _ -> I32;
            case Tensor.Longs _ -> I64;
        };
    }

    /// Bytes of a tensor of `shape`.
    public long bytes(int... shape) {
        return (long) Tensor.size(shape) * bytes;
    }

    /// The tensor whose elements lie in `source`, which has exactly [#bytes(int...)] bytes.
    public Tensor read(MemorySegment source, int... shape) {
        int n = Tensor.size(shape);
        if (source.byteSize() != bytes(shape)) throw new IllegalArgumentException(source.byteSize() + " bytes for " + n + " elements of " + this);
        return switch (this) {
            case F32 -> {
                var data = new float[n];
                MemorySegment.copy(source, FLOAT, 0, data, 0, n);
                yield new Tensor.Floats(shape, data);
            }
            case F64 -> {
                var data = new float[n];
                for (int i = 0; i < n; i++) data[i] = (float) source.get(DOUBLE, 8L * i);
                yield new Tensor.Floats(shape, data);
            }
            case F16 -> {
                var data = new float[n];
                for (int i = 0; i < n; i++) data[i] = Float.float16ToFloat(source.get(SHORT, 2L * i));
                yield new Tensor.Floats(shape, data);
            }
            case I64 -> {
                var data = new long[n];
                MemorySegment.copy(source, LONG, 0, data, 0, n);
                yield new Tensor.Longs(shape, data);
            }
            case I32 -> {
                var data = new int[n];
                MemorySegment.copy(source, INT, 0, data, 0, n);
                yield new Tensor.Ints(shape, data);
            }
            case I16, U16 -> {
                var data = new int[n];
                for (int i = 0; i < n; i++) data[i] = this == I16 ? source.get(SHORT, 2L * i) : Short.toUnsignedInt(source.get(SHORT, 2L * i));
                yield new Tensor.Ints(shape, data);
            }
            case I8, U8, BOOL -> {
                var data = new int[n];
                for (int i = 0; i < n; i++) data[i] = this == I8 ? source.get(ValueLayout.JAVA_BYTE, i)
                    : Byte.toUnsignedInt(source.get(ValueLayout.JAVA_BYTE, i));
                yield new Tensor.Ints(shape, data);
            }
        };
    }

    /// Writes the elements.
    ///
    /// @throws IllegalArgumentException if the tensor is of another kind, or a value does not fit
    public void write(Tensor tensor, OutputStream out) throws IOException {
        var buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0, n = tensor.size(); i < n; i++) {
            switch (tensor) {
                case Tensor.Floats t when this == F32 -> buffer.putFloat(t.data()[i]);
                case Tensor.Longs t when this == I64 -> buffer.putLong(t.data()[i]);
                case Tensor.Ints t when this == I64 -> buffer.putLong(t.data()[i]);
                case Tensor.Ints t when this == I32 -> buffer.putInt(t.data()[i]);
                case Tensor.Ints t when this == I16 || this == U16 -> buffer.putShort((short) within(t.data()[i]));
                case Tensor.Ints t when this == I8 || this == U8 || this == BOOL -> buffer.put((byte) within(t.data()[i]));
                default -> throw new IllegalArgumentException("a tensor of " + of(tensor) + " cannot be stored as " + this);
            }
            if (!buffer.hasRemaining()) drain(buffer, out);
        }
        drain(buffer, out);
    }

    private int within(int value) {
        int low = this == I8 ? Byte.MIN_VALUE : this == I16 ? Short.MIN_VALUE : 0;
        int high = this == BOOL ? 1 : low + (1 << 8 * bytes) - 1;
        if (value < low || value > high) throw new IllegalArgumentException("the value " + value + " does not fit " + this);
        return value;
    }

    private static void drain(ByteBuffer buffer, OutputStream out) throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
