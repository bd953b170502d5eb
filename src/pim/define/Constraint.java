package pim.define;

import java.util.List;
import pim.ir.attr.Attribute;
import pim.ir.type.Type;

/// A condition on the type of a value or on an attribute. Implemented by records without components.
public interface Constraint {
    /// What is demanded, as it reads behind `must be`.
    String description();

    /// The classes that an accepted type is one of; empty when it may be of any.
    default List<Class<? extends Type>> classes() {
        return List.of();
    }

    default boolean accepts(Type type) {
        return classes().isEmpty() || classes().stream().anyMatch(c -> c.isInstance(type));
    }

    default boolean accepts(Attribute attribute) {
        return true;
    }
}
