package pim.ir.attr;

import pim.ir.AsmWriter;

/// A constant of the program: immutable, compared by structure. MLIR's built-in attributes are closed; those of dialects are open.
public sealed interface Attribute
    permits UnitAttr, IntegerAttr, FloatAttr, StringAttr, ArrayAttr, DictionaryAttr, SymbolRefAttr, TypeAttr, DenseElementsAttr, DenseStringsAttr,
            DenseResourceAttr, DenseArrayAttr, SparseElementsAttr, AffineMapAttr, IntegerSetAttr, StridedLayoutAttr, DistinctAttr, OpaqueAttr,
                OpaqueElementsAttr, Location, DialectAttr {

    /// Writes the attribute in MLIR's syntax, its type included.
    void print(AsmWriter out);

    /// The textual form, as a record's own `toString` should give it.
    default String text() {
        return AsmWriter.text(this::print);
    }
}
