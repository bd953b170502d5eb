package pim.ir;

/// The kind of an operation: its name, and its definition where it has one.
public interface OpKind {
    /// The full name, `graph.relu` for example.
    String name();

    /// The namespace of the dialect: what stands before the first dot, or nothing.
    default String dialect() {
        int dot = name().indexOf('.');
        return dot < 0 ? "" : name().substring(0, dot);
    }

    boolean isRegistered();

    /// Whether the op has the trait, an interface that its record implements.
    boolean has(Class<?> trait);

    /// Whether the attribute called `name` belongs to the op's own properties.
    boolean isInherent(String name);

    /// Whether the generic form shows the op's own attributes as properties, `<{...}>`, or else with the others in `{...}`.
    default boolean showsProperties() {
        return true;
    }

    /// What `operation`, which is of this kind, says; null when the kind is not registered.
    Op view(Operation operation);

    /// A kind of which only the name is known.
    record Unregistered(String name) implements OpKind {
        @Override public boolean isRegistered() {
            return false;
        }

        @Override public boolean has(Class<?> trait) {
            return false;
        }

        @Override public boolean isInherent(String name) {
            return false;
        }

        @Override public Op view(Operation operation) {
            return null;
        }
    }
}
