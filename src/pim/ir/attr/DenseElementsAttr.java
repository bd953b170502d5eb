package pim.ir.attr;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import pim.ir.AsmWriter;
import pim.ir.type.ComplexType;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.ShapedType;
import pim.ir.type.Type;

/// `dense<[1, 2]> : tensor<2xi32>`. `raw` holds the elements little-endian, each in whole bytes; one element stands for all of them (a splat).
/// What is in those bytes above the bits of the element does not count; it is zero but where someone wrote the bytes themselves.
public record DenseElementsAttr(ShapedType type, byte[] raw) implements Attribute {
    /// How many bytes an element of `type` takes; -1 for a type that has no dense form.
    public static int elementBytes(Type type) {
        return switch (type) {
            case IntegerType(var width, _) -> Math.max(1, (width + 7) / 8);
            case FloatType f -> (f.width() + 7) / 8;
            case IndexType _ -> 8;
            case ComplexType(var part) -> elementBytes(part) < 0 ? -1 : 2 * elementBytes(part);
            default -> -1;
        };
    }

    public boolean isSplat() {
        return raw.length == elementBytes(type.element()) && !isEmpty(type.element());
    }

    /// An integer of no bits, or two: MLIR shows each of them, and has no bytes for them.
    public static boolean isEmpty(Type element) {
        return element instanceof IntegerType(var width, _) && width == 0 || element instanceof ComplexType(var part) && isEmpty(part);
    }

    /// An integer of one bit, with a sign or without: eight of them lie in a byte.
    public static boolean isBit(Type element) {
        return element instanceof IntegerType(var width, _) && width == 1;
    }

    /// The elements as integers, a splat written out. Only for integers of up to 64 bits and `index`.
    public long[] toLongs() {
        int count = Math.toIntExact(type.shape().elementCount());
        var values = new long[count];
        boolean splat = isSplat();
        for (int i = 0; i < count; i++) values[i] = integer(type.element(), splat ? 0 : i * elementBytes(type.element())).longValue();
        return values;
    }

    /// The elements as floating-point numbers, a splat written out. Only for a float element type.
    public double[] toDoubles() {
        var format = (FloatType) type.element();
        int count = Math.toIntExact(type.shape().elementCount()), bytes = elementBytes(format);
        var values = new double[count];
        boolean splat = isSplat();
        for (int i = 0; i < count; i++) values[i] = FloatFormat.decode(format, cut(unsigned(splat ? 0 : i * bytes, bytes), format.width()));
        return values;
    }

    @Override public void print(AsmWriter out) {
        out.append("dense<");
        printElements(out, true);
        out.append("> : ").type(type);
    }

    /// What stands between the angle brackets.
    ///
    /// @param hex whether many elements may be written as the digits of their bytes
    public void printElements(AsmWriter out, boolean hex) {
        long count = type.shape().elementCount();
        int bytes = elementBytes(type.element());
        boolean digits = hex && out.hexIfLarger() != AsmWriter.NEVER_HEX && count > out.hexIfLarger();
        if (isSplat() || !digits && areWrittenAlike()) printElement(out, type.element(), 0);
        else if (digits) out.append("\"0x").append(HexFormat.of().withUpperCase().formatHex(stored())).append("\"");
        else if (count > 0) NestedList.print(out, type.shape(), i -> printElement(out, type.element(), i * bytes));
    }

    /// Whether the elements differ at the most in what is above their bits, which only digits show. MLIR writes a list of them, and reads that as a
    /// splat; here it is written as what it is read as.
    private boolean areWrittenAlike() {
        var element = type.element();
        int bytes = elementBytes(element);
        if (raw.length <= bytes || !hasBitsAbove(element)) return false;
        var first = AsmWriter.text(out -> printElement(out, element, 0));
        for (int at = bytes; at < raw.length; at += bytes) {
            int here = at;
            if (!AsmWriter.text(out -> printElement(out, element, here)).equals(first)) return false;
        }
        return true;
    }

    /// Whether an element has more bits where it is kept than its type has.
    private static boolean hasBitsAbove(Type element) {
        return switch (element) {
            case IntegerType(var width, _) -> width % Byte.SIZE != 0;
            case FloatType f -> f.width() % Byte.SIZE != 0;
            case ComplexType(var part) -> hasBitsAbove(part);
            default -> false;
        };
    }

    /// The bytes as MLIR has them: bits lie eight in a byte, and what has no bits takes no byte.
    private byte[] stored() {
        if (isEmpty(type.element())) return new byte[0];
        if (!isBit(type.element())) return raw;
        var packed = new byte[(raw.length + 7) / 8];
        for (int i = 0; i < raw.length; i++) packed[i / 8] |= (byte) (raw[i] << i % 8);
        return packed;
    }

    /// A byte for each of so many bits that lie eight in a byte; null when there are more or fewer. What is behind the last bit stays above it,
    /// as what is above the bits of any element; a single bit is set when its byte is not zero.
    public static byte[] unpacked(byte[] packed, long count) {
        if (packed.length == 1 && (count == 1 || packed[0] == 0 || packed[0] == -1)) return new byte[] {(byte) (packed[0] == 0 ? 0 : 1)};
        if (packed.length != (count + 7) / 8) return null;
        var bits = new byte[(int) count];
        for (int i = 0; i < count; i++) bits[i] = (byte) (packed[i / 8] >> i % 8 & 1);
        if (count % 8 != 0) bits[bits.length - 1] = (byte) ((packed[packed.length - 1] & 0xff) >> (count - 1) % 8);
        return bits;
    }

    private void printElement(AsmWriter out, Type element, int at) {
        switch (element) {
            case FloatType f -> out.append(FloatFormat.print(f, cut(unsigned(at, elementBytes(f)), f.width())));
            case ComplexType(var part) -> {
                out.append("(");
                printElement(out, part, at);
                out.append(",");
                printElement(out, part, at + elementBytes(part));
                out.append(")");
            }
            default -> {
                if (isBit(element)) out.append((raw[at] & 1) != 0 ? "true" : "false");
                else out.append(integer(element, at).toString());
            }
        }
    }

    private BigInteger integer(Type element, int at) {
        int bytes = elementBytes(element), width = element instanceof IntegerType(var w, _) ? w : 64;
        // One bit is 1 with a sign too.
        boolean unsigned = width == 1 || element instanceof IntegerType(_, var s) && s == IntegerType.Signedness.UNSIGNED;
        if (bytes <= 8 && !unsigned) return BigInteger.valueOf(bits(at, bytes) << 64 - width >> 64 - width);
        var value = cut(unsigned(at, bytes), width);
        return !unsigned && value.testBit(width - 1) ? value.subtract(BigInteger.ONE.shiftLeft(width)) : value;
    }

    /// The lowest `width` bits, as an unsigned number.
    public static BigInteger cut(BigInteger value, int width) {
        return value.signum() >= 0 && value.bitLength() <= width ? value : value.and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
    }

    private BigInteger unsigned(int at, int bytes) {
        var bigEndian = new byte[bytes];
        for (int i = 0; i < bytes; i++) bigEndian[bytes - 1 - i] = raw[at + i];
        return new BigInteger(1, bigEndian);
    }

    private long bits(int at, int bytes) {
        long bits = 0;
        for (int i = bytes - 1; i >= 0; i--) bits = bits << 8 | raw[at + i] & 0xff;
        return bits;
    }

    @Override public boolean equals(Object o) {
        return o instanceof DenseElementsAttr other && type.equals(other.type) && Arrays.equals(raw, other.raw);
    }

    @Override public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(raw);
    }

    @Override public String toString() {
        return text();
    }
}
