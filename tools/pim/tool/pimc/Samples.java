package pim.tool.pimc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;
import pim.tool.Streams;
import pim.tool.TensorFiles;

/// The inputs that a network is run on, sample by sample: those of files are the same in each, all others are standard normal numbers.
///
/// @param shapes by the name of the input
/// @param files  what was read from them
record Samples(int count, long seed, Map<String, int[]> shapes, Map<String, Tensor> files) {
    /// The seeds of samples are as far from each other as they can be (the golden ratio of 64 bits).
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /// @param files by the name of the input
    static Samples read(int count, long seed, Map<String, int[]> shapes, Map<String, String> files, Streams io) throws IOException {
        for (var name : files.keySet()) if (!shapes.containsKey(name)) throw new UsageException("--input " + name
            + ": the model has no such input; it has " + String.join(", ", shapes.keySet()));
        if (count > 1 && files.size() == shapes.size()) throw new UsageException("--samples " + count
            + " would run the same input again and again: --input gives " + String.join(", ", files.keySet()) + ", and there is no other");
        var read = new LinkedHashMap<String, Tensor>();
        for (var file : files.entrySet()) read.put(file.getKey(), read(io.resolve(file.getValue()), file.getKey(), shapes.get(file.getKey())));
        return new Samples(count, seed, shapes, read);
    }

    /// The inputs of a sample, the first being 0.
    Map<String, Tensor> inputs(int sample) {
        // Not the numbers that calibration sees.
        var random = new Random(~seed + sample * STEP);
        var inputs = new LinkedHashMap<String, Tensor>();
        shapes.forEach((name, shape) -> inputs.put(name, files.containsKey(name) ? files.get(name) : normal(shape, random)));
        return inputs;
    }

    /// Runs something on the inputs of a sample.
    interface Run {
        Map<String, Tensor> outputs(Map<String, Tensor> inputs) throws IOException;
    }

    /// What comes out, sample by sample.
    List<Map<String, Tensor>> run(Run network) throws IOException {
        var outputs = new ArrayList<Map<String, Tensor>>();
        for (int i = 0; i < count; i++) outputs.add(network.outputs(inputs(i)));
        return outputs;
    }

    /// ONNX Runtime and all levels have to compute with the same numbers, so they have to be ones that every level can hold.
    private static Tensor read(Path file, String name, int[] shape) throws IOException {
        var tensor = TensorFiles.read(file);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new MalformedFileException(file, "input '" + name + "' has shape " + Arrays.toString(shape) + ", but the file holds "
                + Arrays.toString(tensor.shape()));
        }
        if (!(tensor instanceof Tensor.Floats(_, var data))) {
            throw new MalformedFileException(file, "input '" + name + "' is of floats, but the file holds integers");
        }
        for (float value : data) {
            if (!Float.isFinite(value)) throw new MalformedFileException(file, "input '" + name + "' needs finite numbers, but the file holds "
                + value);
        }
        return tensor;
    }

    private static Tensor normal(int[] shape, Random random) {
        var data = new float[Tensor.size(shape)];
        for (int i = 0; i < data.length; i++) data[i] = (float) random.nextGaussian();
        return new Tensor.Floats(shape, data);
    }
}
