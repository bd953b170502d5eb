package pim.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.ir.attr.FloatFormat;
import pim.ir.type.FloatType;

/// The decimal form of a number names that number and no other.
class FloatTextTest {
    @Property(tries = 5000) void floatsAreReadBack(@ForAll int bits) {
        float value = Float.intBitsToFloat(bits);
        if (!Float.isFinite(value)) return;
        var text = FloatFormat.print(FloatType.F32, FloatFormat.encode(FloatType.F32, value));
        assertEquals(value, read(text), text);
    }

    @Property(tries = 5000) void floatsNearOneAreReadBack(@ForAll float value) {
        var text = FloatFormat.print(FloatType.F32, FloatFormat.encode(FloatType.F32, value % 1000));
        assertEquals(value % 1000, read(text), text);
    }

    @Property(tries = 5000) void doublesAreReadBack(@ForAll double value) {
        var text = FloatFormat.print(FloatType.F64, FloatFormat.encode(FloatType.F64, value));
        assertEquals(value, text.startsWith("0x") ? Double.longBitsToDouble(Long.parseUnsignedLong(text.substring(2), 16))
            : Double.parseDouble(text), text);
    }

    /// As `mlir-opt` prints them.
    @Test void texts() {
        assertEquals("1.000000e+00", text(1));
        assertEquals("1.000000e-01", text(0.1f));
        assertEquals("0.333333343", text(1 / 3f));
        assertEquals("3.14159274", text((float) Math.PI));
        assertEquals("1.17549435E-38", text(Float.MIN_NORMAL));
        assertEquals("3.40282347E+38", text(Float.MAX_VALUE));
        assertEquals("-0.0105899377", text(-0.0105899377f));
        assertEquals("0x4B7FFFFF", text(16777215));
    }

    private static float read(String text) {
        return text.startsWith("0x") ? Float.intBitsToFloat(Integer.parseUnsignedInt(text.substring(2), 16)) : Float.parseFloat(text);
    }

    private static String text(float value) {
        return FloatFormat.print(FloatType.F32, FloatFormat.encode(FloatType.F32, value));
    }
}
