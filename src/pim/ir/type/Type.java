package pim.ir.type;

import pim.ir.AsmWriter;

/// The type of a value: immutable, compared by structure. MLIR's built-in types are closed; those of dialects are open.
public sealed interface Type
    permits IntegerType, IndexType, FloatType, NoneType, ComplexType, TupleType, FunctionType, ShapedType, OpaqueType, DialectType {

    /// Writes the type in MLIR's syntax.
    void print(AsmWriter out);

    /// The textual form, as a record's own `toString` should give it.
    default String text() {
        return AsmWriter.text(this::print);
    }
}
