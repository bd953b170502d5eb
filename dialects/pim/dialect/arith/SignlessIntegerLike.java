package pim.dialect.arith;

import pim.define.Constraint;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.ir.type.UnrankedTensorType;
import pim.ir.type.VectorType;

/// A signless integer, an index, or elements of such a type.
public record SignlessIntegerLike() implements Constraint {
    @Override public String description() {
        return "signless-integer-like";
    }

    @Override public boolean accepts(Type type) {
        return element(type) instanceof IntegerType(_, var signedness) ? signedness == IntegerType.Signedness.SIGNLESS
            : element(type) instanceof IndexType;
    }

    /// What arithmetic on `type` is done on: the type of an element, or the type itself.
    static Type element(Type type) {
        return switch (type) {
            case VectorType v -> v.element();
            case RankedTensorType t -> t.element();
            case UnrankedTensorType t -> t.element();
            default -> type;
        };
    }

    /// `type` with another [#element].
    static Type with(Type type, Type element) {
        return switch (type) {
            case VectorType(var shape, var scalable, _) -> new VectorType(shape, scalable, element);
            case RankedTensorType t -> t.withElement(element);
            case UnrankedTensorType _ -> new UnrankedTensorType(element);
            default -> element;
        };
    }
}
