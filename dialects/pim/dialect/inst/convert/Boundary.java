package pim.dialect.inst.convert;

import java.util.Optional;
import pim.dialect.func.Func;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.StringAttr;

/// What the network calls an argument or result of its function, and the shape it has there.
///
/// @param shape empty for an image, `[1, C, H, W]`
record Boundary(String name, Optional<long[]> shape) {
    static Boundary input(Func.Function function, int index) {
        return of(function.argAttrs(), index, "input" + index);
    }

    static Boundary output(Func.Function function, int index) {
        return of(function.resAttrs(), index, "output" + index);
    }

    private static Boundary of(Optional<ArrayAttr> attributes, int index, String otherwise) {
        var dictionary = attributes.map(a -> a.elements().get(index)).orElse(DictionaryAttr.EMPTY);
        Attribute name = dictionary instanceof DictionaryAttr d ? d.get("graph.name") : null, shape = dictionary instanceof DictionaryAttr d ? d.get("tile.shape") : null;
        return new Boundary(name instanceof StringAttr s ? s.value() : otherwise, shape instanceof DenseArrayAttr(_, var extents) ? Optional.of(extents) : Optional.empty());
    }
}
