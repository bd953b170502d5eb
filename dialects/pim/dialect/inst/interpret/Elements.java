package pim.dialect.inst.interpret;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Signed little-endian integers in an array of bytes.
public final class Elements {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Elements() {}

    public static long get(byte[] bytes, int at, int width) {
        return switch (width) {
            case 1 -> bytes[at];
            case 2 -> (short) SHORT.get(bytes, at);
            case 4 -> (int) INT.get(bytes, at);
            default -> (long) LONG.get(bytes, at);
        };
    }

    /// Reads as many elements as `into` has.
    public static void get(byte[] bytes, int at, int width, long[] into) {
        switch (width) {
            case 1 -> {
                for (int i = 0; i < into.length; i++) into[i] = bytes[at + i];
            }
            case 2 -> {
                for (int i = 0; i < into.length; i++) into[i] = (short) SHORT.get(bytes, at + 2 * i);
            }
            case 4 -> {
                for (int i = 0; i < into.length; i++) into[i] = (int) INT.get(bytes, at + 4 * i);
            }
            default -> {
                for (int i = 0; i < into.length; i++) into[i] = (long) LONG.get(bytes, at + 8 * i);
            }
        }
    }

    /// Reads as many elements of one or two bytes as `into` has.
    static void get(byte[] bytes, int at, int width, double[] into) {
        if (width == 1) for (int i = 0; i < into.length; i++) into[i] = bytes[at + i];
        else for (int i = 0; i < into.length; i++) into[i] = (short) SHORT.get(bytes, at + 2 * i);
    }

    /// Writes whole numbers, of which the low bytes; those of a sum of 32 bits must hold it.
    static void set(byte[] bytes, int at, int width, double[] values) {
        switch (width) {
            case 4 -> {
                boolean fits = true;
                for (int i = 0; i < values.length; i++) {
                    int narrow = (int) values[i];
                    fits &= narrow == values[i];
                    INT.set(bytes, at + 4 * i, narrow);
                }
                if (!fits) throw tooLarge(Arrays.stream(values).mapToLong(v -> (long) v).toArray());
            }
            case 8 -> {
                for (int i = 0; i < values.length; i++) LONG.set(bytes, at + 8 * i, (long) values[i]);
            }
            default -> {
                for (int i = 0; i < values.length; i++) set(bytes, at + width * i, width, (long) values[i]);
            }
        }
    }

    /// Writes the low bytes of all values; those of a sum of 32 bits must hold it.
    public static void set(byte[] bytes, int at, int width, long[] values) {
        switch (width) {
            case 1 -> {
                for (int i = 0; i < values.length; i++) bytes[at + i] = (byte) values[i];
            }
            case 2 -> {
                for (int i = 0; i < values.length; i++) SHORT.set(bytes, at + 2 * i, (short) values[i]);
            }
            case 4 -> {
                long lost = 0;
                for (int i = 0; i < values.length; i++) {
                    int narrow = (int) values[i];
                    lost |= narrow ^ values[i];
                    INT.set(bytes, at + 4 * i, narrow);
                }
                if (lost != 0) throw tooLarge(values);
            }
            default -> {
                for (int i = 0; i < values.length; i++) LONG.set(bytes, at + 8 * i, values[i]);
            }
        }
    }

    private static Fault tooLarge(long[] sums) {
        long first = Arrays.stream(sums).filter(v -> v != (int) v).findFirst().orElseThrow();
        return new Fault("gives the sum " + first + ", which does not fit 32 bits");
    }

    /// Writes the low bytes of `value`.
    public static void set(byte[] bytes, int at, int width, long value) {
        switch (width) {
            case 1 -> bytes[at] = (byte) value;
            case 2 -> SHORT.set(bytes, at, (short) value);
            case 4 -> INT.set(bytes, at, (int) value);
            default -> LONG.set(bytes, at, value);
        }
    }
}
