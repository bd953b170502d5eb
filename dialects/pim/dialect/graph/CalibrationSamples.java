package pim.dialect.graph;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import pim.diagnose.Diagnostics;
import pim.dialect.func.Func;
import pim.dialect.graph.onnx.TensorProtos;
import pim.ir.Operation;
import pim.ir.attr.Location;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Shape;
import pim.tensor.MalformedFileException;
import pim.tensor.Npy;
import pim.tensor.Tensor;

/// What a network runs on while its values are observed: a tensor for each input.
///
/// @param inputs   the shape of each input, by name
/// @param location of the network, where errors are reported
record CalibrationSamples(SequencedMap<String, int[]> inputs, Location location, Diagnostics diagnostics) {
    static CalibrationSamples of(Operation main, Diagnostics diagnostics) {
        var names = Boundary.of((Func.Function) main.op()).inputs();
        var inputs = new LinkedHashMap<String, int[]>();
        var arguments = main.region(0).entry().arguments();
        for (int i = 0; i < names.size(); i++) inputs.put(names.get(i), ((RankedTensorType) arguments.get(i).type()).shape().toInts());
        return new CalibrationSamples(inputs, main.location(), diagnostics);
    }

    /// `count` samples of standard-normal numbers.
    List<Map<String, Tensor>> random(long seed, int count) {
        inputs.forEach((name, shape) -> {
            if (!Shape.of(shape).fitsAnArray()) throw failure("input '" + name + "' has more than " + Integer.MAX_VALUE
                + " elements, too many to calibrate with");
        });
        var random = new Random(seed);
        var samples = new ArrayList<Map<String, Tensor>>();
        for (int i = 0; i < count; i++) {
            var sample = new LinkedHashMap<String, Tensor>();
            inputs.forEach((name, shape) -> {
                var data = new float[Tensor.size(shape)];
                for (int j = 0; j < data.length; j++) data[j] = (float) random.nextGaussian();
                sample.put(name, new Tensor.Floats(shape, data));
            });
            samples.add(sample);
        }
        return samples;
    }

    /// The samples in files, each given as `NAME:FILE`.
    ///
    /// @throws pim.diagnose.CompileFailure when a file cannot be read, fits no input, or an input has fewer files than another
    List<Map<String, Tensor>> read(List<String> files) {
        var byInput = new LinkedHashMap<String, List<Tensor>>();
        for (var input : inputs.keySet()) byInput.put(input, new ArrayList<>());
        for (var file : files) {
            var input = input(file);
            byInput.get(input).add(read(input, file.substring(input.length() + 1)));
        }
        int count = byInput.values().stream().mapToInt(List::size).max().orElse(0);
        var samples = new ArrayList<Map<String, Tensor>>();
        for (int i = 0; i < count; i++) {
            var sample = new LinkedHashMap<String, Tensor>();
            for (var entry : byInput.entrySet()) {
                int given = entry.getValue().size();
                if (given != count) throw failure("input '" + entry.getKey() + "' has " + given + " files to calibrate with, another has " + count);
                sample.put(entry.getKey(), entry.getValue().get(i));
            }
            samples.add(sample);
        }
        return samples;
    }

    /// The input that the text names before a colon. Names may have colons themselves, so the longest that fits counts.
    private String input(String file) {
        var named = inputs.keySet().stream().filter(name -> file.startsWith(name + ":")).max(Comparator.comparingInt(String::length));
        return named.orElseThrow(() -> failure(
            "expected NAME:FILE with an input of the network (" + String.join(", ", inputs.keySet()) + "), but got '" + file + "'"));
    }

    private Tensor read(String input, String file) {
        try {
            var path = Path.of(file);
            Tensor tensor;
            if (file.endsWith(".npy")) tensor = Npy.read(path);
            else if (file.endsWith(".pb")) tensor = TensorProtos.read(path);
            else throw failure("'" + file + "' is neither a .npy nor a .pb file");
            if (!(tensor instanceof Tensor.Floats)) throw failure("'" + file + "' holds integers, but input '" + input + "' is of floats");
            var shape = inputs.get(input);
            if (Arrays.equals(tensor.shape(), shape)) return tensor;
            throw failure(
                "'" + file + "' has shape " + Arrays.toString(tensor.shape()) + ", but input '" + input + "' has " + Arrays.toString(shape));
        } catch (MalformedFileException e) {
            throw failure("'" + file + "': " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw failure("there is no file '" + file + "'");
        } catch (IOException e) {
            throw failure("'" + file + "' cannot be read: " + e.getMessage());
        }
    }

    private RuntimeException failure(String message) {
        return diagnostics.failure(location, message);
    }
}
