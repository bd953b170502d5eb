package pim.define;

import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// A condition on the type of a value or on an attribute. Implemented by records without components.
public interface Constraint {
    /// What is demanded, as it reads behind `must be`.
    String description();

    default boolean accepts(Type type) {
        return true;
    }

    default boolean accepts(Attribute attribute) {
        return true;
    }
}
