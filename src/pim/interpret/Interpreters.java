package pim.interpret;

import java.util.List;
import java.util.Map;
import pim.define.Services;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.tensor.Tensor;

/// Finds the interpreter of a program's level.
public final class Interpreters {
    private Interpreters() {}

    /// All that are built in.
    public static List<Interpreter> standard() {
        return Services.builtIn(Interpreter.class);
    }

    /// Runs `module` with the interpreter that accepts it; see [Interpreter#run].
    ///
    /// @throws pim.diagnose.CompileFailure after an error has been reported, be it that no interpreter accepts the module
    public static Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        return run(standard(), module, inputs, resources, diagnostics);
    }

    /// As above, with one of these interpreters.
    public static Map<String, Tensor> run(Iterable<Interpreter> interpreters, Operation module, Map<String, Tensor> inputs, Resources resources,
                                          Diagnostics diagnostics) {
        for (var interpreter : interpreters) {
            if (interpreter.accepts(module)) return interpreter.run(module, inputs, resources, diagnostics);
        }
        throw diagnostics.failure(module,
            "holds no program that can be run: expected a function @main of graph or tile operations, or the programs of cores");
    }
}
