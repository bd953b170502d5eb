package pim.ir.attr;

import java.util.function.IntConsumer;
import pim.ir.AsmWriter;
import pim.ir.type.Shape;

/// The elements of a tensor as lists in lists.
final class NestedList {
    private NestedList() {}

    static void print(AsmWriter out, Shape shape, IntConsumer element) {
        print(out, shape, 0, 0, element);
    }

    private static int print(AsmWriter out, Shape shape, int axis, int index, IntConsumer element) {
        if (axis == shape.rank()) {
            element.accept(index);
            return index + 1;
        }
        out.append("[");
        for (long i = 0; i < shape.extent(axis); i++) {
            if (i > 0) out.append(", ");
            index = print(out, shape, axis + 1, index, element);
        }
        out.append("]");
        return index;
    }
}
