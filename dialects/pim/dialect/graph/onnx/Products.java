package pim.dialect.graph.onnx;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import pim.dialect.graph.Graph;
import pim.dialect.graph.onnx.Imported.Known;
import pim.ir.Value;
import pim.tensor.MalformedFileException;

/// Operators that multiply by matrices: Conv, Gemm, MatMul.
final class Products {
    private Products() {}

    static void addTo(Map<String, Conversion> all) {
        all.put("Conv", Products::conv);
        all.put("Gemm", Products::gemm);
        all.put("MatMul", Products::matMul);
    }

    private static Imported conv(Node node, Emitter emitter) throws MalformedFileException {
        Imported x = node.input(0, 4), w = node.input(1, 4);
        int groups = node.integer("group", 1);
        int[] filter = w.shape(), map = x.shape();
        if (groups < 1 || filter[1] * groups != map[1] || filter[0] % groups != 0) {
            throw node.error("filters " + Arrays.toString(filter) + " in " + groups + " groups do not fit an input of " + map[1] + " channels");
        }
        int[] kernel = {filter[2], filter[3]};
        if (!Arrays.equals(node.integers("kernel_shape", kernel), kernel)) {
            throw node.error("kernel_shape is not that of its filters, " + Arrays.toString(filter));
        }
        var padding = Padding.of(node, map, kernel, false);
        var result = Emitter.type(map[0], filter[0], padding.outputs()[0], padding.outputs()[1]);
        return emitter.emit(new Graph.Conv2d(emitter.operand(x), emitter.operand(w), bias(node, emitter, filter[0]),
            longs(padding.strides()), padding.pads(), longs(padding.dilations()), groups, Optional.empty(), result));
    }

    private static Optional<Value> bias(Node node, Emitter emitter, int outputs) throws MalformedFileException {
        if (!node.hasInput(2)) return Optional.empty();
        var bias = node.input(2, 1);
        if (bias.shape()[0] != outputs) throw node.error("a bias of " + bias.shape()[0] + " elements does not fit " + outputs + " outputs");
        return Optional.of(emitter.operand(bias));
    }

    /// `alpha * A' * B' + beta * C`, where `'` is the transposition that the attributes ask for. With known `B` this is a linear layer of weights
    /// `alpha * B'^T`, with a bias where `C` is the same for every row.
    private static Imported gemm(Node node, Emitter emitter) throws MalformedFileException {
        Imported a = node.input(0, 2), b = node.input(1, 2);
        float alpha = node.real("alpha", 1), beta = node.real("beta", 1);
        boolean transB = node.flag("transB", false);
        if (node.flag("transA", false)) a = Layouts.transposed(a, emitter, node.output() + ".a", 1, 0);
        int rows = a.shape()[0], inputs = a.shape()[1], outputs = b.shape()[transB ? 0 : 1];
        if (b.shape()[transB ? 1 : 0] != inputs) {
            throw node.error("matrices of shapes " + Arrays.toString(a.shape()) + " and " + Arrays.toString(b.shape()) + " cannot be multiplied");
        }
        var c = node.hasInput(2) ? node.input(2) : null;
        if (c != null && !Arrays.equals(Arithmetic.broadcast(c.shape(), new int[] {rows, outputs}), new int[] {rows, outputs})) {
            throw node.error("input 2 of shape " + Arrays.toString(c.shape()) + " does not broadcast to " + rows + " x " + outputs);
        }
        var result = Emitter.type(rows, outputs);
        if (b instanceof Known weights) {
            var matrix = Elementwise.scaled(transB ? weights : transposed(weights), alpha, emitter);
            var bias = c instanceof Known known && isRow(known) ? row(Elementwise.scaled(known, beta, emitter), outputs) : null;
            Imported product = emitter.emit(new Graph.Linear(emitter.operand(a), emitter.operand(matrix), Optional.ofNullable(emitter.operand(bias)),
                Optional.empty(), result));
            return c == null || bias != null ? product : Elementwise.add(product, Elementwise.scaled(c, beta, emitter), emitter);
        }
        if (transB) b = Layouts.transposed(b, emitter, node.output() + ".b", 1, 0);
        var product = Elementwise.scaled(emitter.emit(new Graph.Matmul(emitter.operand(a), emitter.operand(b), result)), alpha, emitter);
        return c == null ? product : Elementwise.add(product, Elementwise.scaled(c, beta, emitter), emitter);
    }

    private static Imported matMul(Node node, Emitter emitter) throws MalformedFileException {
        Imported a = node.input(0), b = node.input(1);
        int ra = a.rank(), rb = b.rank();
        if (ra < 2 || rb < 2) throw node.error("a product with a vector is not supported: reshape it to a matrix");
        int[] x = a.shape(), y = b.shape();
        var batch = Arithmetic.broadcast(Arrays.copyOf(x, ra - 2), Arrays.copyOf(y, rb - 2));
        if (x[ra - 1] != y[rb - 2] || batch == null) {
            throw node.error("matrices of shapes " + Arrays.toString(x) + " and " + Arrays.toString(y) + " cannot be multiplied");
        }
        var shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = x[ra - 2];
        shape[batch.length + 1] = y[rb - 1];
        if (b instanceof Known weights && rb == 2) {
            return emitter.emit(new Graph.Linear(emitter.operand(a), emitter.operand(transposed(weights)), Optional.empty(), Optional.empty(),
                Emitter.type(shape)));
        }
        return emitter.emit(new Graph.Matmul(emitter.operand(a), emitter.operand(b), Emitter.type(shape)));
    }

    private static Known transposed(Known matrix) {
        return new Known(matrix.name() + ".transposed", Rearrangement.transpose(matrix.tensor(), 1, 0));
    }

    private static boolean isRow(Known c) {
        return c.rank() < 2 || c.shape()[0] == 1;
    }

    private static Known row(Imported c, int outputs) {
        var known = (Known) c;
        if (known.rank() == 1 && known.shape()[0] == outputs) return known;
        return new Known(known.name() + ".row", Rearrangement.broadcast(known.tensor(), 1, outputs).reshaped(outputs));
    }

    static long[] longs(int... values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
