package pim.dialect.tile;

import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.VectorOp.Binary;

/// Runs an op on two maps element by element; along an axis of extent 1 a map stays at its one element.
final class BinaryKernel {
    private BinaryKernel() {}

    private interface Function {
        int of(int a, UniformType typeOfA, int b, UniformType typeOfB, UniformType result);
    }

    static int[] run(Binary binary, int[] lhs, int[] rhs) {
        FmapType a = (FmapType) binary.lhs().type(), b = (FmapType) binary.rhs().type(), to = binary.resultType();
        Function function = switch (binary.kind()) {
            case ADD -> FixedPoint::add;
            case SUB -> FixedPoint::sub;
            case MUL -> FixedPoint::mul;
            case DIV -> FixedPoint::div;
        };
        UniformType ofA = a.numbers(), ofB = b.numbers(), ofResult = to.numbers();
        var result = new int[Math.toIntExact(to.size())];
        int stepA = step(a, Axis.C), stepB = step(b, Axis.C), at = 0;
        for (int y = 0; y < to.height(); y++) {
            for (int x = 0; x < to.width(); x++) {
                int i = y * step(a, Axis.H) + x * step(a, Axis.W), j = y * step(b, Axis.H) + x * step(b, Axis.W);
                for (int c = 0; c < to.channels(); c++) result[at++] = function.of(lhs[i + c * stepA], ofA, rhs[j + c * stepB], ofB, ofResult);
            }
        }
        return result;
    }

    /// From an element to its neighbour; none where the one element of the axis stands for all.
    private static int step(FmapType map, Axis axis) {
        return axis.extent(map) == 1 ? 0 : (int) axis.stride(map);
    }
}
