package pim.dialect.tile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.func.Func;
import pim.dialect.graph.Boundary;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.LayoutOp.Concat;
import pim.dialect.tile.LayoutOp.Constant;
import pim.dialect.tile.LayoutOp.Move;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.VectorOp.Activation;
import pim.dialect.tile.VectorOp.Binary;
import pim.dialect.tile.VectorOp.Lrn;
import pim.dialect.tile.VectorOp.Mean;
import pim.dialect.tile.VectorOp.Pool;
import pim.dialect.tile.VectorOp.Softmax;
import pim.interpret.Inputs;
import pim.interpret.Interpreter;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.tensor.Tensor;

/// Computes networks of feature maps, convolutions array group by array group. Inputs and outputs have the shapes of the network.
public final class TileInterpreter implements Interpreter {
    @Override public boolean accepts(Operation module) {
        var main = Boundary.main(module);
        if (main == null) return false;
        // Reshaping a map may take no layer at all.
        for (var argument : main.region(0).entry().arguments()) if (argument.type() instanceof FmapType) return true;
        for (var op : main.region(0).entry()) if (op.op() instanceof Tile) return true;
        return false;
    }

    @Override public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        if (Accelerator.isCarriedBy(module)) FreeArrays.beside(module, Accelerator.carriedBy(module, diagnostics), diagnostics);
        return new Run(Boundary.main(module), new Constants(resources), diagnostics, new HashMap<>()).run(inputs);
    }

    /// One run: the elements of each map that has been computed, in the order of memory.
    private record Run(Operation operation, Constants constants, Diagnostics diagnostics, Map<Value, int[]> maps) {
        Map<String, Tensor> run(Map<String, Tensor> inputs) {
            var function = (Func.Function) operation.op();
            List<NetworkBoundary> in, out;
            try {
                in = NetworkBoundary.inputs(function);
                out = NetworkBoundary.outputs(function);
            } catch (IllegalArgumentException e) {
                throw failure(operation, e.getMessage());
            }
            var given = new Inputs(inputs, operation.location(), diagnostics);
            given.expectOnly(in.stream().map(NetworkBoundary::name).toList());
            for (int i = 0; i < in.size(); i++) maps.put(function.body().entry().argument(i), input(in.get(i), given));
            for (var op : function.body().entry()) {
                switch (op.op()) {
                    case Tile tile -> maps.put(op.result(), compute(op, tile));
                    case Func.Return(var operands) -> {
                        return outputs(out, operands);
                    }
                    case null, default -> throw failure(op, "cannot be run; expected layers of the tile dialect");
                }
            }
            throw failure(operation, "expects its block to end with 'func.return'");
        }

        private int[] input(NetworkBoundary boundary, Inputs inputs) {
            var layout = boundary.layout();
            var numbers = layout.type().numbers();
            return layout.toMemory(inputs.integers(boundary.name(), shape(layout), numbers.bits(), v -> FixedPoint.quantize(v, numbers)).data());
        }

        private static int[] shape(Layout layout) {
            return Arrays.stream(layout.shape()).mapToInt(Math::toIntExact).toArray();
        }

        private Map<String, Tensor> outputs(List<NetworkBoundary> boundaries, List<Value> values) {
            var outputs = new LinkedHashMap<String, Tensor>();
            for (int i = 0; i < values.size(); i++) {
                var layout = boundaries.get(i).layout();
                outputs.put(boundaries.get(i).name(), new Tensor.Ints(shape(layout), layout.toNetwork(maps.get(values.get(i)))));
            }
            return outputs;
        }

        private int[] compute(Operation at, Tile op) {
            return switch (op) {
                case Conv2d conv -> {
                    var bias = conv.bias().map(b -> values(at, b)).orElse(new int[0]);
                    yield ConvKernel.run(conv, maps.get(conv.input()), values(at, conv.weights()), bias);
                }
                case MatrixOp.Replica _, MatrixOp.Group _ -> throw failure(at, "cannot be run by itself");
                case Pool pool -> PoolKernel.run(pool, maps.get(pool.input()));
                case Activation activation -> {
                    var function = activation.function().onIntegers(numbers(activation.input()), activation.resultType().numbers());
                    yield IntStream.of(maps.get(activation.input())).map(function).toArray();
                }
                case Binary binary -> BinaryKernel.run(binary, maps.get(binary.lhs()), maps.get(binary.rhs()));
                case Softmax softmax -> pixels(softmax, softmax.input(), FixedPoint::softmax);
                case Lrn lrn -> pixels(lrn, lrn.input(),
                    (v, from, to) -> FixedPoint.lrn(v, from, lrn.size(), lrn.alpha(), lrn.beta(), lrn.bias(), to));
                case Mean mean -> pixels(mean, mean.input(),
                    (v, from, to) -> new int[] {FixedPoint.average(IntStream.of(v).asLongStream().sum(), v.length, from, to)});
                case Constant constant -> values(at, constant.value());
                case Concat concat -> concat(concat);
                case Move move -> MoveKernel.run(move, maps.get(move.input()));
            };
        }

        /// A function of the channels of one pixel.
        private interface OnChannels {
            int[] of(int[] vector, int fraction, UniformType result);
        }

        private int[] pixels(VectorOp op, Value input, OnChannels function) {
            var map = maps.get(input);
            int channels = ((FmapType) input.type()).channels(), pixels = map.length / channels, results = op.resultType().channels();
            var result = new int[pixels * results];
            for (int p = 0; p < pixels; p++) {
                var vector = Arrays.copyOfRange(map, p * channels, (p + 1) * channels);
                System.arraycopy(function.of(vector, numbers(input).fraction(), op.resultType().numbers()), 0, result, p * results, results);
            }
            return result;
        }

        private int[] concat(Concat concat) {
            var to = concat.resultType();
            var result = new int[Math.toIntExact(to.size())];
            // Along an axis, each operand is runs of whole elements of the axes inside it, the axis included.
            int apart = (int) (concat.axis().stride(to) * concat.axis().extent(to)), start = 0;
            for (var input : concat.inputs()) {
                var from = maps.get(input);
                int run = (int) (concat.axis().stride(to) * concat.axis().extent((FmapType) input.type())), fraction = numbers(input).fraction();
                for (int i = 0; i < from.length; i++) {
                    result[start + i / run * apart + i % run] = FixedPoint.requantize(from[i], fraction, to.numbers());
                }
                start += run;
            }
            return result;
        }

        private int[] values(Operation at, DenseResourceAttr resource) {
            var values = constants.read(resource);
            if (values == null) throw failure(at, "expects the values of " + resource + ", but there are none of that size");
            return values;
        }

        private static UniformType numbers(Value map) {
            return ((FmapType) map.type()).numbers();
        }

        private CompileFailure failure(Operation at, String message) {
            return diagnostics.failure(at, message);
        }
    }
}
