package pim.dialect.graph.onnx;

import java.util.Arrays;
import pim.tensor.Storage;
import pim.tensor.Tensor;

/// Arithmetic on tensors that are known at import, which is how exporters write the computation of shapes.
enum Arithmetic {
    ADD {
        @Override long of(long a, long b) {
            return a + b;
        }

        @Override float of(float a, float b) {
            return a + b;
        }
    },
    SUB {
        @Override long of(long a, long b) {
            return a - b;
        }

        @Override float of(float a, float b) {
            return a - b;
        }
    },
    MUL {
        @Override long of(long a, long b) {
            return a * b;
        }

        @Override float of(float a, float b) {
            return a * b;
        }
    },
    /// Integers are divided towards zero.
    DIV {
        @Override long of(long a, long b) {
            return a / b;
        }

        @Override float of(float a, float b) {
            return a / b;
        }
    };

    /// @throws ArithmeticException on a division by zero
    abstract long of(long a, long b);

    abstract float of(float a, float b);

    /// The operation on each pair of elements of two tensors of one kind that broadcast to `shape`.
    ///
    /// @throws ArithmeticException on an integer division by zero
    Tensor fold(Tensor left, Tensor right, int... shape) {
        var a = Rearrangement.broadcast(left, shape);
        var b = Rearrangement.broadcast(right, shape);
        switch (a) {
            case Tensor.Floats(_, var x) when b instanceof Tensor.Floats(_, var y) -> {
                for (int i = 0; i < x.length; i++) x[i] = of(x[i], y[i]);
            }
            case Tensor.Ints(_, var x) when b instanceof Tensor.Ints(_, var y) -> {
                for (int i = 0; i < x.length; i++) x[i] = (int) of((long) x[i], (long) y[i]);
            }
            case Tensor.Longs(_, var x) when b instanceof Tensor.Longs(_, var y) -> {
                for (int i = 0; i < x.length; i++) x[i] = of(x[i], y[i]);
            }
            default -> throw new IllegalArgumentException("a tensor of " + Storage.of(left) + " and one of " + Storage.of(right));
        }
        return a;
    }

    static boolean hasIntegerZero(Tensor tensor) {
        return switch (tensor) {
            case Tensor.Floats _ -> false;
            case Tensor.Ints(_, var data) -> Arrays.stream(data).anyMatch(i -> i == 0);
            case Tensor.Longs(_, var data) -> Arrays.stream(data).anyMatch(i -> i == 0);
        };
    }

    /// The shape that two shapes broadcast to, or null where they do not.
    static int[] broadcast(int[] a, int[] b) {
        var shape = new int[Math.max(a.length, b.length)];
        for (int i = 1; i <= shape.length; i++) {
            int x = i <= a.length ? a[a.length - i] : 1, y = i <= b.length ? b[b.length - i] : 1;
            if (x != y && x != 1 && y != 1) return null;
            shape[shape.length - i] = x == 1 ? y : x;
        }
        return shape;
    }

    /// The elements as `type` would hold them; floats are cut towards zero.
    static Tensor cast(Tensor tensor, Storage type) {
        return switch (type) {
            case F32, F64, F16 -> {
                var data = new float[tensor.size()];
                for (int i = 0; i < data.length; i++) data[i] = (float) real(tensor, i);
                yield new Tensor.Floats(tensor.shape(), data);
            }
            case I64 -> {
                var data = new long[tensor.size()];
                for (int i = 0; i < data.length; i++) data[i] = integer(tensor, i);
                yield new Tensor.Longs(tensor.shape(), data);
            }
            case I8, U8, I16, U16, I32, BOOL -> {
                var data = new int[tensor.size()];
                for (int i = 0; i < data.length; i++) {
                    data[i] = switch (type) {
                        case I8 -> (byte) integer(tensor, i);
                        case U8 -> (int) integer(tensor, i) & 0xff;
                        case I16 -> (short) integer(tensor, i);
                        case U16 -> (int) integer(tensor, i) & 0xffff;
                        case BOOL -> real(tensor, i) != 0 ? 1 : 0;
                        default -> (int) integer(tensor, i);
                    };
                }
                yield new Tensor.Ints(tensor.shape(), data);
            }
        };
    }

    private static double real(Tensor tensor, int i) {
        return switch (tensor) {
            case Tensor.Floats t -> t.data()[i];
            case Tensor.Ints t -> t.data()[i];
            case Tensor.Longs t -> t.data()[i];
        };
    }

    private static long integer(Tensor tensor, int i) {
        return switch (tensor) {
            case Tensor.Floats t -> (long) t.data()[i];
            case Tensor.Ints t -> t.data()[i];
            case Tensor.Longs t -> t.data()[i];
        };
    }
}
