package pim.dialect.isa.interpret;

import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.inst.interpret.Fault;
import pim.dialect.isa.Vector;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;

/// What vector instructions compute of each element.
final class ElementFunction {
    private ElementFunction() {}

    /// The function of two elements; `y` of [Vector.Vrsu] and [Vector.Vrsl] is the bound.
    static LongBinaryOperator of(Vector instruction, Widths widths) {
        return switch (instruction) {
            case Vector.Vvadd _ -> (x, y) -> x + y;
            case Vector.Vvsub _ -> (x, y) -> x - y;
            case Vector.Vvmul _, Vector.Vvdmul _ -> (x, y) -> x * y;
            case Vector.Vvmax _ -> Math::max;
            case Vector.Vvsll _ -> (x, y) -> x << shift(y);
            case Vector.Vvsra _ -> (x, y) -> x >> shift(y);
            case Vector.Vrsu _ -> Math::min;
            case Vector.Vrsl _ -> Math::max;
            case Vector.Vrelu _ -> (x, _) -> Math.max(x, 0);
            case Vector.Vtanh(_, _, _, _, _, var fractions) -> unary(real(ActivationAttr.TANH, fractions.orElse(null), widths));
            case Vector.Vsigm(_, _, _, _, _, var fractions) -> unary(real(ActivationAttr.SIGMOID, fractions.orElse(null), widths));
            case Vector.Vmv _ -> (x, _) -> x;
            case Vector.Vavg _ -> throw new IllegalArgumentException("an average is no function of elements");
        };
    }

    private static LongBinaryOperator unary(LongUnaryOperator function) {
        return (x, _) -> function.applyAsLong(x);
    }

    private static long shift(long by) {
        if (by < 0 || by > 63) throw new Fault("shifts an element by " + by + ", but shifts go from 0 to 63");
        return by;
    }

    private static LongUnaryOperator real(ActivationAttr function, long[] fractions, Widths widths) {
        if (fractions == null) throw new Fault("expects fractions of its input and output, without which its values are not known");
        if (widths.in() > 32 || widths.out() > 32) {
            throw new Fault("computes with elements of up to 32 bits, but they have " + widths.in() + " and " + widths.out());
        }
        var to = new UniformType(widths.out(), (int) fractions[1]);
        return x -> FixedPoint.quantize(function.apply(FixedPoint.dequantize(x, (int) fractions[0])), to);
    }
}
