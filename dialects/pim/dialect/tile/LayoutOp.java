package pim.dialect.tile;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints.NonNegative;
import pim.define.Format;
import pim.define.Is;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.Type;

/// What gives feature maps without computing: constants, and elements brought to other places.
public sealed interface LayoutOp extends Tile, Traits.Pure {
    Type result();

    default FmapType resultType() {
        return (FmapType) result();
    }

    /// A feature map that does not depend on the input. Its elements are in the order of memory: row, column, channel.
    @Format("$value attr-dict `:` type($result)")
    record Constant(DenseResourceAttr value, @Is(AnyFmap.class) Type result) implements LayoutOp, Traits.ConstantLike {
        @Override public String verify(Operation self) {
            var shape = value.type().shape();
            var to = resultType();
            boolean fits = shape != null && shape.isStatic() && shape.elementCount() == to.size() && value.type().element().equals(to.element());
            return fits ? null : "expects a value of " + to.size() + " elements of " + to.element() + ", but got " + value.type();
        }
    }

    /// Feature maps one behind the other along an axis, each requantised to the type of the result.
    @Format("$inputs `along` $axis (`on` `core` $core^)? attr-dict `:` `(` type($inputs) `)` `->` type($result)")
    record Concat(@Is(AnyFmap.class) List<Value> inputs, Axis axis, @Is(NonNegative.class) Optional<Long> core, @Is(AnyFmap.class) Type result)
        implements LayoutOp, OnCore {

        @Override public String verify(Operation self) {
            if (inputs.isEmpty()) return "expects at least 1 input, but got 0";
            long sum = 0;
            for (int i = 0; i < inputs.size(); i++) {
                var type = (FmapType) inputs.get(i).type();
                sum += axis.extent(type);
                for (var other : Axis.values()) {
                    if (other != axis && other.extent(type) != other.extent(resultType())) {
                        return "expects operand #" + i + " of " + other.word() + " " + other.extent(resultType()) + ", but got " + other.extent(type);
                    }
                }
            }
            long got = axis.extent(resultType());
            return sum == got ? null : "expects a result of " + axis.word() + " " + sum + ", but got " + got;
        }
    }

    /// Elements brought from one place of memory to another, as nested loops over `extents` would:
    /// `result[to_offset + sum(i[k] * to_strides[k])] = input[from_offset + sum(i[k] * from_strides[k])]`, counting elements in the order of memory.
    /// Elements of the result that no iteration writes are `fill`. Transposing, slicing, padding and reshaping between layouts are moves.
    @Format("""
        $input `extents` $extents `from` $from_offset `strides` $from_strides `to` $to_offset `strides` $to_strides `fill` $fill
        (`on` `core` $core^)?
        attr-dict `:` type($input) `->` type($result)""")
    record Move(@Is(AnyFmap.class) Value input, long[] extents, long fromOffset, long[] fromStrides, long toOffset, long[] toStrides, long fill,
                @Is(NonNegative.class) Optional<Long> core, @Is(AnyFmap.class) Type result) implements LayoutOp, OnCore {
        public FmapType inputType() {
            return (FmapType) input.type();
        }

        /// Whether the result is all of the input in the order it has in memory, so that nothing need be brought anywhere.
        public boolean isReshape() {
            long run = 1;
            if (fromOffset != 0 || toOffset != 0) return false;
            for (int k = extents.length - 1; k >= 0; k--) {
                if (extents[k] != 1 && (fromStrides[k] != run || toStrides[k] != run)) return false;
                run *= extents[k];
            }
            return run == inputType().size() && run == resultType().size();
        }

        @Override public String verify(Operation self) {
            return MoveVerifier.verify(this);
        }
    }
}
