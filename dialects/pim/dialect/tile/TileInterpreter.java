package pim.dialect.tile;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.func.Func;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.LayoutOp.Concat;
import pim.dialect.tile.LayoutOp.Constant;
import pim.dialect.tile.LayoutOp.Move;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.interpret.Interpreter;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.tensor.Tensor;

/// Computes networks of feature maps, convolutions array group by array group. Inputs and outputs have the shapes of the network.
public final class TileInterpreter implements Interpreter {
    @Override public boolean accepts(Operation module) {
        return function(module) != null;
    }

    /// The function `main` of a module if it has layers of this dialect, else null.
    private static Operation function(Operation module) {
        if (module.regions().size() != 1 || module.region(0).isEmpty()) return null;
        for (var operation : module.region(0).entry()) {
            if (!(operation.op() instanceof Func.Function function) || !function.symName().value().equals("main") || function.body().isEmpty()) continue;
            for (var type : function.type().inputs()) if (type instanceof FmapType) return operation;
            for (var op : function.body().entry()) if (op.op() instanceof Tile) return operation;
        }
        return null;
    }

    @Override public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        return new Run(function(module), new Constants(resources), diagnostics).run(inputs);
    }

    /// One run: the elements of each map that has been computed, in the order of memory.
    private record Run(Operation operation, Constants constants, Diagnostics diagnostics, Map<Value, int[]> maps) {
        Run(Operation function, Constants constants, Diagnostics diagnostics) {
            this(function, constants, diagnostics, new IdentityHashMap<>());
        }

        Map<String, Tensor> run(Map<String, Tensor> inputs) {
            var function = (Func.Function) operation.op();
            List<NetworkBoundary> in, out;
            try {
                in = NetworkBoundary.inputs(function);
                out = NetworkBoundary.outputs(function);
            } catch (IllegalArgumentException e) {
                throw failure(operation, e.getMessage());
            }
            for (int i = 0; i < in.size(); i++) maps.put(function.body().entry().argument(i), input(in.get(i), inputs));
            for (var op : function.body().entry()) {
                switch (op.op()) {
                    case Tile tile -> compute(op, tile);
                    case Func.Return(var operands) -> {
                        return outputs(out, operands);
                    }
                    case null, default -> throw failure(op, "cannot be run; expected layers of the tile dialect");
                }
            }
            throw failure(operation, "expects its block to end with 'func.return'");
        }

        private int[] input(NetworkBoundary boundary, Map<String, Tensor> inputs) {
            var given = inputs.get(boundary.name());
            if (given == null) throw failure(operation, "expects an input '" + boundary.name() + "', but got " + (inputs.isEmpty() ? "none" : String.join(", ", inputs.keySet())));
            var layout = boundary.layout();
            var shape = Arrays.stream(layout.shape()).mapToInt(Math::toIntExact).toArray();
            if (!Arrays.equals(given.shape(), shape)) {
                throw failure(operation, "expects input '" + boundary.name() + "' of shape " + Arrays.toString(shape) + ", but got " + Arrays.toString(given.shape()));
            }
            var numbers = layout.type().numbers();
            return layout.toMemory(switch (given) {
                case Tensor.Floats floats -> IntStream.range(0, floats.size()).map(i -> FixedPoint.quantize(floats.data()[i], numbers)).toArray();
                case Tensor.Ints ints -> within(boundary.name(), ints.data(), numbers);
                case Tensor.Longs _ -> throw failure(operation, "expects input '" + boundary.name() + "' of floats or integers of at most 32 bits");
            });
        }

        private int[] within(String name, int[] values, UniformType numbers) {
            for (int v : values) {
                if (v < numbers.min() || v > numbers.max()) throw failure(operation, "expects input '" + name + "' of " + numbers.bits() + "-bit numbers, but got " + v);
            }
            return values;
        }

        private Map<String, Tensor> outputs(List<NetworkBoundary> boundaries, List<Value> values) {
            var outputs = new LinkedHashMap<String, Tensor>();
            for (int i = 0; i < values.size(); i++) {
                var layout = boundaries.get(i).layout();
                var shape = Arrays.stream(layout.shape()).mapToInt(Math::toIntExact).toArray();
                outputs.put(boundaries.get(i).name(), new Tensor.Ints(shape, layout.toNetwork(maps.get(values.get(i)))));
            }
            return outputs;
        }

        private void compute(Operation at, Tile op) {
            var result = switch (op) {
                case Conv2d conv -> ConvKernel.run(conv, maps.get(conv.input()), values(at, conv.weights()), conv.bias().map(b -> values(at, b)).orElse(new int[0]));
                case MatrixOp.Replica _, MatrixOp.Group _ -> throw failure(at, "cannot be run by itself");
                case VectorOp.Pool pool -> PoolKernel.run(pool, maps.get(pool.input()));
                case VectorOp.Activation activation -> {
                    var function = activation.function().onIntegers(numbers(activation.input()), activation.resultType().numbers());
                    yield IntStream.of(maps.get(activation.input())).map(function).toArray();
                }
                case VectorOp.Binary binary -> BinaryKernel.run(binary, maps.get(binary.lhs()), maps.get(binary.rhs()));
                case VectorOp.Softmax op2 -> pixels(op2.input(), v -> FixedPoint.softmax(v, numbers(op2.input()).fraction(), op2.resultType().numbers()));
                case VectorOp.Lrn lrn -> pixels(lrn.input(), v -> FixedPoint.lrn(v, numbers(lrn.input()).fraction(), lrn.size(), lrn.alpha(), lrn.beta(), lrn.bias(),
                    lrn.resultType().numbers()));
                case VectorOp.Mean mean -> pixels(mean.input(), v -> new int[] {
                    FixedPoint.average(IntStream.of(v).asLongStream().sum(), v.length, numbers(mean.input()).fraction(), mean.resultType().numbers())});
                case Constant constant -> values(at, constant.value());
                case Concat concat -> concat(concat);
                case Move move -> MoveKernel.run(move, maps.get(move.input()));
            };
            maps.put(at.result(), result);
        }

        private interface OnChannels {
            int[] of(int[] vector);
        }

        /// The function of the channels of each pixel.
        private int[] pixels(Value input, OnChannels function) {
            var map = maps.get(input);
            var type = (FmapType) input.type();
            int channels = type.channels(), pixels = map.length / channels;
            int[] result = null;
            for (int p = 0; p < pixels; p++) {
                var vector = function.of(Arrays.copyOfRange(map, p * channels, (p + 1) * channels));
                if (result == null) result = new int[pixels * vector.length];
                System.arraycopy(vector, 0, result, p * vector.length, vector.length);
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
                for (int i = 0; i < from.length; i++) result[start + i / run * apart + i % run] = FixedPoint.requantize(from[i], fraction, to.numbers());
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
            return diagnostics.failure(at.location(), "'" + at.name() + "' op " + message);
        }
    }
}
