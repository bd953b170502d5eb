package pim.dialect.inst;

import pim.dialect.quant.UniformType;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// How wide elements are in memory.
final class Width {
    private Width() {}

    /// Bytes of an element of the type, 1, 2, 4 or 8; -1 for one that memory does not hold.
    static int ofElement(Type element) {
        return switch (element) {
            case IntegerType(var bits, _) when bits == 8 || bits == 16 || bits == 32 || bits == 64 -> bits / 8;
            case UniformType(var bits, _) when bits == 8 || bits == 16 || bits == 32 -> bits / 8;
            default -> -1;
        };
    }
}
