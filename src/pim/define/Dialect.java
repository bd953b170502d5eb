package pim.define;

import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.attr.Attribute;
import pim.ir.attr.NamedAttribute;
import pim.ir.type.Type;

/// A dialect: found through [java.util.ServiceLoader] ([Services]), be it built in or a stranger's. A record without components; what else it offers
/// (rewrites, an interpreter) it says by implementing the interfaces of those rooms.
public interface Dialect {
    /// The sealed interface of the dialect's ops, with its [Namespace]. Each record that it permits, be it through other sealed interfaces, is an op.
    Class<? extends Op> ops();

    default String namespace() {
        return Annotations.of(ops(), Namespace.class).value();
    }

    /// What brings a program to the level of this dialect, the name of a pass or of a command; empty when the dialect is no level of its own on the
    /// way from a network to a machine.
    default String origin() {
        return "";
    }

    /// The ops that are not records but were defined while the compiler runs, by their names without the namespace.
    default Map<String, DynamicOp> dynamicOps() {
        return Map.of();
    }

    /// Checks `attribute`, of this dialect's namespace, on an operation of whatever dialect, and reports what is wrong with it.
    default void verifyAttribute(Operation op, NamedAttribute attribute, Diagnostics diagnostics) {}

    /// Whether the dialect defines some ops, types and attributes only of what is known elsewhere by its namespace. The others are then taken as
    /// those of an unregistered dialect are, where such are allowed.
    default boolean isPartial() {
        return false;
    }

    /// Whether the type `!namespace.mnemonic` with `parameters`, angle brackets included, is one that [#readType] reads. Asked of a dialect that is
    /// partial, and for types with parameters.
    default boolean knowsType(String mnemonic, String parameters) {
        return true;
    }

    /// The type `!namespace.mnemonic`, whose parameters are read from `reader`; null when there is no such type.
    ///
    /// @throws IllegalArgumentException when there is no such type of these parameters; the message says why
    default Type readType(String mnemonic, Reader reader) {
        return null;
    }

    /// The attribute `#namespace.mnemonic`, whose parameters are read from `reader`; null when there is no such attribute.
    ///
    /// @throws IllegalArgumentException when there is no such attribute of these parameters; the message says why
    default Attribute readAttribute(String mnemonic, Reader reader) {
        return null;
    }
}
