package pim.dialect.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.dialect.func.Func;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.StringAttr;
import pim.ir.type.Type;

/// The inputs or outputs of a function on feature maps, as the network sees them.
///
/// @param name   what the network calls it
/// @param layout its shape in the network, and how that lies in the map
public record NetworkBoundary(String name, Layout layout) {
    /// The attribute of an argument or result that holds its name.
    public static final String NAME = "graph.name";
    /// The attribute of an argument or result that holds its shape in the network; without it a map is an image of one sample.
    public static final String SHAPE = "graph.shape";

    public static List<NetworkBoundary> inputs(Func.Function function) {
        return of("input", function.type().inputs(), function.argAttrs());
    }

    public static List<NetworkBoundary> outputs(Func.Function function) {
        return of("output", function.type().results(), function.resAttrs());
    }

    /// @throws IllegalArgumentException with what is wrong with the attributes
    private static List<NetworkBoundary> of(String what, List<Type> types, Optional<ArrayAttr> attributes) {
        var all = new ArrayList<NetworkBoundary>();
        for (int i = 0; i < types.size(); i++) {
            var own = attributes.isPresent() ? (DictionaryAttr) attributes.get().elements().get(i) : DictionaryAttr.EMPTY;
            if (!(types.get(i) instanceof FmapType map)) throw new IllegalArgumentException("expects " + what + " #" + i + " to be a feature map, but got " + types.get(i));
            var shape = own.get(SHAPE) instanceof DenseArrayAttr(_, var extents) ? extents : new long[] {1, map.channels(), map.height(), map.width()};
            var layout = Layout.of(shape, map.element());
            if (!layout.type().equals(map)) {
                throw new IllegalArgumentException("expects " + what + " #" + i + " of " + SHAPE + " " + java.util.Arrays.toString(shape) + " to be " + layout.type() + ", but got " + map);
            }
            all.add(new NetworkBoundary(own.get(NAME) instanceof StringAttr name ? name.value() : what + i, layout));
        }
        return all;
    }
}
