package pim.interpret;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.DoubleToIntFunction;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.attr.Location;
import pim.tensor.Tensor;

/// The tensors that a program is given to run on. Whatever its level, what does not fit is said in the same words.
///
/// All methods report what is wrong and then throw a [CompileFailure].
///
/// @param location of the program, for messages
public record Inputs(Map<String, Tensor> given, Location location, Diagnostics diagnostics) {
    /// Refuses tensors for inputs that there are not.
    ///
    /// @param names of the inputs that there are
    public void expectOnly(Collection<String> names) {
        for (var name : given.keySet()) {
            if (names.contains(name)) continue;
            throw diagnostics.failure(location, "there is no input '" + name + "'; expected "
                + (names.isEmpty() ? "none" : "'" + String.join("', '", names) + "'"));
        }
    }

    /// The input of floats.
    public Tensor.Floats floats(String name, int[] shape) {
        if (tensor(name, shape) instanceof Tensor.Floats floats) return floats;
        throw failure(name, "is expected to have elements of f32, but got integers");
    }

    /// The input of signed integers. Floats are quantised.
    ///
    /// @param bits     of each, at most 32
    /// @param quantize the integer for a float; null where the program does not say what its integers stand for
    public Tensor.Ints integers(String name, int[] shape, int bits, DoubleToIntFunction quantize) {
        var expected = "is expected to have " + (quantize == null ? "" : "elements of f32 or ") + "integers of " + bits + " bits, but got ";
        return switch (tensor(name, shape)) {
            case Tensor.Ints ints -> {
                for (int v : ints.data()) if (v != v << Integer.SIZE - bits >> Integer.SIZE - bits) throw failure(name, expected + v);
                yield ints;
            }
            case Tensor.Longs _ -> throw failure(name, expected + "integers of 64 bits");
            case Tensor.Floats floats when quantize == null -> throw failure(name, expected + "floats");
            case Tensor.Floats(_, var data) -> {
                var integers = new int[data.length];
                for (int i = 0; i < data.length; i++) {
                    if (!Float.isFinite(data[i])) throw failure(name, "needs finite numbers to quantise, but got " + data[i]);
                    integers[i] = quantize.applyAsInt(data[i]);
                }
                yield new Tensor.Ints(shape, integers);
            }
        };
    }

    private Tensor tensor(String name, int[] shape) {
        var tensor = given.get(name);
        if (tensor == null) throw failure(name, "is missing");
        if (Arrays.equals(tensor.shape(), shape)) return tensor;
        throw failure(name, "is expected to have shape " + Arrays.toString(shape) + ", but got " + Arrays.toString(tensor.shape()));
    }

    private CompileFailure failure(String name, String message) {
        return diagnostics.failure(location, "the input '" + name + "' " + message);
    }
}
