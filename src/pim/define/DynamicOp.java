package pim.define;

import pim.diagnose.Diagnostics;
import pim.ir.Op;
import pim.ir.OpKind;
import pim.ir.Operation;

/// An op that was defined while the compiler runs. It has no record and no traits, its attributes are all in one dictionary, and its operations
/// have the generic form only.
public interface DynamicOp extends OpKind {
    /// Reports what is wrong with an operation of this kind.
    void verify(Operation operation, Diagnostics diagnostics);

    @Override default boolean isRegistered() {
        return true;
    }

    @Override default boolean has(Class<?> trait) {
        return false;
    }

    @Override default boolean isInherent(String name) {
        return false;
    }

    @Override default Op view(Operation operation) {
        return null;
    }
}
