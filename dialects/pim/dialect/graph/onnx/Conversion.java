package pim.dialect.graph.onnx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What a node of one ONNX operator becomes.
@FunctionalInterface
interface Conversion {
    /// The node's one output: emitted operations, or a tensor that is known at import.
    Imported convert(Node node, Emitter emitter) throws IOException;

    /// The conversions of all operators that are supported, by operator.
    static Map<String, Conversion> all() {
        var all = new HashMap<String, Conversion>();
        Products.addTo(all);
        Windows.addTo(all);
        Elementwise.addTo(all);
        Layouts.addTo(all);
        Selections.addTo(all);
        Normalizations.addTo(all);
        Constants.addTo(all);
        return all;
    }
}
