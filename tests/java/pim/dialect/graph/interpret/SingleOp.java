package pim.dialect.graph.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.SymbolName;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.dialect.builtin.Builtin;
import pim.dialect.func.Func;
import pim.dialect.graph.Graph;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FloatType;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.tensor.Tensor;

/// A program of one op whose operands are the arguments `arg0`, `arg1`, ..., and random numbers for them.
record SingleOp(Operation module, Graph op, Map<Value, Tensor> operands) {
    /// The program of the op that `make` makes of arguments of the given types.
    static SingleOp of(Random random, List<? extends Type> types, Function<List<Value>, Graph> make) {
        var body = new Block();
        var operands = new LinkedHashMap<Value, Tensor>();
        for (var type : types) operands.put(body.addArgument(type, Location.UNKNOWN), numbers(random, type));
        var op = make.apply(new ArrayList<>(operands.keySet()));
        var end = Builder.atEnd(body);
        var result = end.value(op);
        end.create(new Func.Return(List.of(result)));
        var top = new Block();
        var type = new TypeAttr(new FunctionType(List.copyOf(types), List.of(result.type())));
        var region = Region.of(body);
        Builder.atEnd(top).create(new Func.Function(new SymbolName("main"), type, Optional.empty(), Optional.empty(), Optional.empty(), region));
        var module = OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(top)), Location.UNKNOWN);
        if (!Verifier.verify(module, Diagnostics.printingTo(System.err))) throw new AssertionError("the test made a wrong program");
        return new SingleOp(module, op, operands);
    }

    /// Floats of about 1, or any of the integers.
    static Tensor numbers(Random random, Type type) {
        var shape = Elements.shape(type);
        int size = Tensor.size(shape);
        if (((RankedTensorType) type).element() instanceof UniformType t) {
            // a bias of the whole range would hide what it is added to
            int bits = Math.min(t.bits(), 20);
            return new Tensor.Ints(shape, random.ints(size, -1 << bits - 1, 1 << bits - 1).toArray());
        }
        var data = new float[size];
        for (int i = 0; i < size; i++) data[i] = (float) random.nextGaussian();
        return new Tensor.Floats(shape, data);
    }

    /// The elements of an operand as the real numbers that they stand for.
    double[] real(Value operand) {
        return switch (operands.get(operand)) {
            case Tensor.Floats(_, var data) -> {
                var real = new double[data.length];
                for (int i = 0; i < real.length; i++) real[i] = data[i];
                yield real;
            }
            case Tensor.Ints(_, var data) -> {
                var real = new double[data.length];
                for (int i = 0; i < real.length; i++) real[i] = FixedPoint.dequantize(data[i], UniformType.of(operand.type()).fraction());
                yield real;
            }
            case Tensor.Longs _ -> throw new AssertionError();
        };
    }

    Tensor run() {
        var inputs = new LinkedHashMap<String, Tensor>();
        for (var tensor : operands.values()) inputs.put("arg" + inputs.size(), tensor);
        return new GraphInterpreter().run(module, inputs, new Resources(), Diagnostics.printingTo(System.err)).get("result0");
    }

    /// A tensor type of floats or of fixed-point numbers of the width; `bits` is 0 for floats.
    static RankedTensorType type(Random random, int bits, long... shape) {
        return RankedTensorType.of(element(random, bits), shape);
    }

    static Type element(Random random, int bits) {
        return bits == 0 ? FloatType.F32 : new UniformType(bits, random.nextInt(2, bits + 1));
    }
}
