package pim.pass;

import pim.define.Names;
import pim.ir.Operation;

/// A step of the compiler: a record whose components are its options and whose constructor without parameters holds their defaults.
/// Passes are found through [java.util.ServiceLoader].
///
/// An option is an `int`, `long`, `double`, `boolean`, `String`, an enumeration or a `List` of those; the option of the component
/// `maxIterations` is written `max-iterations`. None can be called `name`, `title`, `summary`,
/// `level` or `anchor`, the methods of a pass.
public interface Pass {
    /// An [#anchor] of a pass that runs on whatever it is given.
    String ANY = "any";

    /// Changes the program within `root`, an operation of the [#anchor]'s kind. Errors go to the diagnostics of the context; once one has been
    /// reported no later pass runs.
    ///
    /// @throws pim.diagnose.CompileFailure to stop at once, the error having been reported
    void run(Operation root, PassContext context);

    /// The name in a pipeline: that of the record in kebab case, `GraphFoldBatchNorm` -> `graph-fold-batch-norm`.
    default String name() {
        return Names.kebab(getClass().getSimpleName());
    }

    /// The name in reports on a run: that of the record.
    default String title() {
        return getClass().getSimpleName();
    }

    /// One line on what it does.
    String summary();

    /// The dialect of the level that it works on, so that a program without any of its operations, but of another level's, is a mistake; empty for
    /// a pass that works on any program.
    default String level() {
        return "";
    }

    /// The name of the op it runs on, `func.func` for example, or [#ANY].
    default String anchor() {
        return ANY;
    }
}
