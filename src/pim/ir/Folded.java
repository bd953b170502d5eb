package pim.ir;

import pim.ir.attr.Attribute;

/// What the result of a [Foldable] op is known to be.
public sealed interface Folded {
    record Constant(Attribute value) implements Folded {}

    /// The same as another value, an operand as a rule.
    record Existing(Value value) implements Folded {}
}
