package pim.tool;

import java.io.IOException;
import java.nio.file.Path;
import pim.dialect.graph.onnx.TensorProtos;
import pim.tensor.MalformedFileException;
import pim.tensor.Npy;
import pim.tensor.Tensor;

/// Tensors in files: `.npy` as NumPy writes them and `.pb` as ONNX's test data have them, told apart by the extension.
public final class TensorFiles {
    private TensorFiles() {}

    public static Tensor read(Path path) throws IOException {
        return switch (extension(path)) {
            case "npy" -> Npy.read(path);
            case "pb" -> TensorProtos.read(path);
            default -> throw unknown(path);
        };
    }

    /// Writes the file whole or not at all.
    public static void write(Path path, Tensor tensor) throws IOException {
        switch (extension(path)) {
            case "npy" -> Npy.write(path, tensor);
            case "pb" -> TensorProtos.write(path, path.getFileName().toString().replaceFirst("\\.pb$", ""), tensor);
            default -> throw unknown(path);
        }
    }

    private static MalformedFileException unknown(Path path) {
        return new MalformedFileException(path, "expected a .npy or .pb file");
    }

    private static String extension(Path path) {
        var name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
