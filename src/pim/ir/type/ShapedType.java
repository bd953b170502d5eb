package pim.ir.type;

/// A type of many elements of one type, in a shape.
public sealed interface ShapedType extends Type permits VectorType, RankedTensorType, UnrankedTensorType, MemRefType, UnrankedMemRefType {
    /// The extent of each dimension; null when even their number is unknown.
    Shape shape();

    Type element();

    default boolean hasStaticShape() {
        return shape() != null && shape().isStatic();
    }
}
