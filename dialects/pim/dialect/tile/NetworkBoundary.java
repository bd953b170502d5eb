package pim.dialect.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pim.dialect.func.Func;
import pim.dialect.graph.Boundary;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.type.Shape;
import pim.ir.type.Type;

/// An input or output of a function on feature maps, as the network sees it.
///
/// @param name   what the network calls it
/// @param layout its shape in the network, and how that lies in the map
public record NetworkBoundary(String name, Layout layout) {
    /// The attribute of an argument or result that holds its shape in the network; without it a map is an image of one sample.
    public static final String SHAPE = "graph.shape";

    /// @throws IllegalArgumentException with what is wrong, as it reads behind the name of the function's op
    public static List<NetworkBoundary> inputs(Func.Function function) {
        return of("input", Boundary.of(function).inputs(), function.type().inputs(), function.argAttrs());
    }

    /// @throws IllegalArgumentException with what is wrong, as it reads behind the name of the function's op
    public static List<NetworkBoundary> outputs(Func.Function function) {
        return of("output", Boundary.of(function).outputs(), function.type().results(), function.resAttrs());
    }

    private static List<NetworkBoundary> of(String what, List<String> names, List<Type> types, Optional<ArrayAttr> attributes) {
        var all = new ArrayList<NetworkBoundary>();
        for (int i = 0; i < types.size(); i++) {
            var own = attributes.isPresent() ? attributes.get().elements().get(i) : DictionaryAttr.EMPTY;
            var as = "expects " + what + " '" + names.get(i) + "' to be ";
            if (!(types.get(i) instanceof FmapType map)) throw new IllegalArgumentException(as + "a feature map, but got " + types.get(i));
            var extents = Shape.of(shape(map, own));
            if (extents.isEmpty() || !extents.fitsAnArray()) {
                throw new IllegalArgumentException(as + "a tensor of 1 to " + Integer.MAX_VALUE + " elements, but its " + SHAPE + " is " + extents);
            }
            var layout = Layout.of(extents.toLongs(), map.element());
            if (!layout.type().equals(map)) {
                var shape = SHAPE + " " + Arrays.toString(layout.shape());
                throw new IllegalArgumentException(as + layout.type() + " as its " + shape + " demands, but got " + map);
            }
            all.add(new NetworkBoundary(names.get(i), layout));
        }
        return all;
    }

    private static long[] shape(FmapType map, Attribute attributes) {
        if (attributes instanceof DictionaryAttr own && own.get(SHAPE) instanceof DenseArrayAttr(_, var extents, _)) return extents;
        return new long[] {1, map.channels(), map.height(), map.width()};
    }
}
