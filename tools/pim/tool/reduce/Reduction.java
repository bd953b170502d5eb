package pim.tool.reduce;

import java.util.List;
import pim.ir.Operation;

/// A way to make programs smaller.
///
/// @param name  as progress shows it
/// @param edits gives the changes to a program, each to one place, in the same order for the same program. Several may be made to one program in that
///              order, so each does nothing where what it is for has gone. What they leave need not be valid.
record Reduction(String name, Edits edits) {
    @FunctionalInterface interface Edits {
        List<Runnable> of(Operation module);
    }
}
