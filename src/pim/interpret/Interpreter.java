package pim.interpret;

import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.tensor.Tensor;

/// Runs programs of one level of the IR. Found through [java.util.ServiceLoader].
public interface Interpreter {
    /// Whether `module` is a program of this interpreter's level.
    boolean accepts(Operation module);

    /// Computes the outputs of the program, by name and in their order. An input of floats where the program wants quantised values is
    /// quantised by the type of the input.
    ///
    /// @throws pim.diagnose.CompileFailure when the program cannot be run or an input is missing or of the wrong shape; the error has been reported
    Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics);
}
