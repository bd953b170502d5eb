package pim.ir;

import java.util.List;
import pim.ir.type.Type;

/// What an operation says: a record whose components are its operands, attributes, result types, regions and successors in order.
///
/// It is the argument of a builder and the answer to a match, a snapshot that knows nothing of the operation it was read from.
/// How a component becomes a part of an operation is told by its Java type: see [pim.define].
public interface Op {
    /// What is wrong with an operation that says this, for a message that begins `'dialect.op' op `; null when nothing is.
    /// Called when the operation already fits its definition.
    default String verify(Operation self) {
        return null;
    }

    /// The types of the results, for an op whose record has no component for them.
    default List<Type> inferResultTypes() {
        return List.of();
    }
}
