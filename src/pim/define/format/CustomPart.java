package pim.define.format;

import java.util.List;
import pim.ir.Operation;

/// A part of a custom form that a dialect reads and writes itself: `custom<SimpleName>($a, $b)`. Implemented by classes with a constructor without
/// parameters.
public interface CustomPart {
    /// Reads the part and says through `in` what the components called `parts` are.
    void parse(OpReader in, List<String> parts);

    /// Writes the components called `parts` of `op`.
    void print(OpWriter out, Operation op, List<String> parts);
}
