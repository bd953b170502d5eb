package pim.dialect.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pim.dialect.func.Func;
import pim.ir.Operation;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.StringAttr;

/// The names by which a network's inputs and outputs are known outside: those of the model, kept as attributes of the arguments and results of its
/// function; `arg0`, `arg1`, ... and `result0`, ... where there are none.
public record Boundary(List<String> inputs, List<String> outputs) {
    /// The attribute of an argument or result that holds its name.
    public static final String NAME = "graph.name";

    public static Boundary of(Func.Function function) {
        return new Boundary(names(function.argAttrs(), "arg", function.type().inputs().size()),
            names(function.resAttrs(), "result", function.type().results().size()));
    }

    private static List<String> names(Optional<ArrayAttr> attributes, String otherwise, int count) {
        return IntStream.range(0, count).mapToObj(i -> attributes.isPresent() && attributes.get().elements().get(i) instanceof DictionaryAttr d
            && d.get(NAME) instanceof StringAttr name ? name.value() : otherwise + i).toList();
    }

    /// The function `@main` of a module, or null when it has none with a body.
    public static Operation main(Operation module) {
        if (module.regions().isEmpty() || module.region(0).isEmpty()) return null;
        for (var op : module.region(0).entry()) {
            if (op.op() instanceof Func.Function f && f.symName().value().equals("main") && !f.body().isEmpty()) return op;
        }
        return null;
    }
}
