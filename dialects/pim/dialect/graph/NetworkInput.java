package pim.dialect.graph;

import java.util.List;
import java.util.stream.IntStream;
import pim.dialect.func.Func;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.StringAttr;
import pim.ir.type.RankedTensorType;

/// An argument of a network's function, under the name that its attribute `graph.name` holds, or else `input0`, `input1`, ...
record NetworkInput(String name, int[] shape) {
    private static final String NAME = "graph.name";

    /// The inputs of a function on tensors of static shape.
    static List<NetworkInput> of(Func.Function function) {
        return IntStream.range(0, function.type().inputs().size()).mapToObj(i -> {
            var attributes = function.argAttrs().map(all -> all.elements().get(i)).orElse(DictionaryAttr.EMPTY);
            var name = attributes instanceof DictionaryAttr d && d.get(NAME) instanceof StringAttr s ? s.value() : "input" + i;
            return new NetworkInput(name, ((RankedTensorType) function.type().inputs().get(i)).shape().toInts());
        }).toList();
    }
}
