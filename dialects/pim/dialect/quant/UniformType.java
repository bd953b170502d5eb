package pim.dialect.quant;

import pim.define.Reader;
import java.util.regex.Pattern;
import pim.ir.AsmWriter;
import pim.ir.attr.FloatFormat;
import pim.ir.type.DialectType;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;

/// `!quant.uniform<i16:f32, 2.44140625E-4>`: fixed-point numbers, an integer `n` of `bits` bits standing for `n * 2^-fraction`.
///
/// It is MLIR's type of the same name where the scale is a power of two, the zero point is 0 and the whole range of the storage is used:
/// what a crossbar's digital surroundings compute with shifts alone.
public record UniformType(int bits, int fraction) implements DialectType {
    /// The fractions that the arithmetic of [FixedPoint] is made for: `2^-64` to `2^64` are far beyond what a network computes with.
    public static final int LARGEST_FRACTION = 64;

    private static final Pattern WRITTEN = Pattern.compile("<\\s*i([0-9]{1,4})\\s*:\\s*f32\\s*,\\s*([0-9]+(?:\\.[0-9]*(?:[eE][-+]?[0-9]+)?)?)\\s*>");

    public UniformType {
        if (bits < 2 || bits > 32) throw new IllegalArgumentException("expected 2 to 32 bits of storage, but got " + bits);
        if (Math.abs(fraction) > LARGEST_FRACTION) throw new IllegalArgumentException("expected a scale from 2^-64 to 2^64, but got 2^" + -fraction);
    }

    /// The element type of `tensor`, which is one of fixed-point numbers.
    public static UniformType of(Type tensor) {
        return (UniformType) ((RankedTensorType) tensor).element();
    }

    /// Whether `parameters`, in their brackets, are those of a type of this form.
    static boolean isWritten(String parameters) {
        var parts = WRITTEN.matcher(parameters);
        if (!parts.matches()) return false;
        double scale = Double.parseDouble(parts.group(2));
        int bits = Integer.parseInt(parts.group(1)), exponent = Math.getExponent(scale);
        return bits >= 2 && bits <= 32 && Math.abs(exponent) <= LARGEST_FRACTION && Math.scalb(1.0, exponent) == scale;
    }

    static UniformType read(Reader reader) {
        reader.literal("<");
        if (!(reader.type() instanceof IntegerType storage) || storage.signedness() != IntegerType.Signedness.SIGNLESS) {
            throw reader.failure("expected a signless integer type as storage before ':'");
        }
        reader.literal(":");
        if (reader.type() != FloatType.F32) throw reader.failure("expected f32 as the expressed type before ','");
        reader.literal(",");
        double scale = reader.number();
        int fraction = -Math.getExponent(scale);
        if (!(scale > 0) || Math.scalb(1.0, -fraction) != scale) throw reader.failure("expected a scale that is a power of two, but got " + scale);
        if (reader.at(":")) throw reader.failure("expected the zero point to be 0, which is not written");
        UniformType type;
        try {
            type = new UniformType(storage.width(), fraction);
        } catch (IllegalArgumentException e) {
            throw reader.failure(e.getMessage());
        }
        reader.literal(">");
        return type;
    }

    public IntegerType storage() {
        return IntegerType.of(bits);
    }

    /// What the integer 1 stands for.
    public double scale() {
        return Math.scalb(1.0, -fraction);
    }

    public int min() {
        return -1 << bits - 1;
    }

    public int max() {
        return ~min();
    }

    @Override public String dialect() {
        return "quant";
    }

    @Override public String mnemonic() {
        return "uniform";
    }

    @Override public void printParameters(AsmWriter out) {
        out.append("<").type(storage()).append(":f32, ").append(FloatFormat.print(FloatType.F64,
            FloatFormat.encode(FloatType.F64, scale()))).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
