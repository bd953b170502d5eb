package pim.dialect.tile;

import java.util.Optional;
import pim.define.Constraints.NonNegative;
import pim.define.Format;
import pim.define.Is;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Window;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.type.Type;

/// What runs on the vector unit of a core.
public sealed interface VectorOp extends Tile, OnCore, Traits.Pure {
    Type result();

    default FmapType resultType() {
        return (FmapType) result();
    }

    /// The greatest or the mean element of each window, channel by channel. Taps outside the input do not count; a mean with `count_include_pad`
    /// takes those within the padding as zeros. A last window may reach beyond the padding; what lies there never counts.
    @Format("""
        $kind $input `kernel` $kernel `strides` $strides `pads` $pads `dilations` $dilations (`count_include_pad` $count_include_pad^)?
        (`on` `core` $core^)? attr-dict `:` type($input) `->` type($result)""")
    record Pool(PoolKind kind, @Is(AnyFmap.class) Value input, long[] kernel, long[] strides, long[] pads, long[] dilations, boolean countIncludePad,
                @Is(NonNegative.class) Optional<Long> core, @Is(AnyFmap.class) Type result) implements VectorOp {
        public FmapType inputType() {
            return (FmapType) input.type();
        }

        public Window window() {
            return new Window(kernel, strides, pads, dilations);
        }

        /// How many taps of window `(y, x)` count: those within the input, or within its padding too.
        public long taps(long y, long x) {
            return taps(0, y, inputType().height()) * taps(1, x, inputType().width());
        }

        private long taps(int axis, long window, long extent) {
            long before = countIncludePad ? pads[axis] : 0, behind = countIncludePad ? pads[axis + 2] : 0;
            return window().endTap(axis, window, extent + behind) - window().firstTap(axis, window, -before);
        }

        @Override public String verify(Operation self) {
            var wrong = WindowVerifier.numbers(window());
            if (wrong != null) return wrong;
            if (inputType().channels() != resultType().channels()) return expects("a result", inputType().channels() + " channels", resultType());
            return WindowVerifier.result(window(), inputType(), resultType(), true);
        }
    }

    enum PoolKind { MAX, AVERAGE }

    /// A function of each element.
    @Format("$function $input (`on` `core` $core^)? attr-dict `:` type($input) `->` type($result)")
    record Activation(ActivationAttr function, @Is(AnyFmap.class) Value input, @Is(NonNegative.class) Optional<Long> core,
                      @Is(AnyFmap.class) Type result) implements VectorOp {
        @Override public String verify(Operation self) {
            return sameExtents(input, resultType());
        }
    }

    /// Element by element of two maps; one whose extent is 1 along an axis is the same all along it.
    @Format("$kind $lhs `,` $rhs (`on` `core` $core^)? attr-dict `:` `(` type($lhs) `,` type($rhs) `)` `->` type($result)")
    record Binary(BinaryKind kind, @Is(AnyFmap.class) Value lhs, @Is(AnyFmap.class) Value rhs, @Is(NonNegative.class) Optional<Long> core,
                  @Is(AnyFmap.class) Type result) implements VectorOp {
        @Override public String verify(Operation self) {
            var wrong = broadcasts("lhs", (FmapType) lhs.type());
            return wrong != null ? wrong : broadcasts("rhs", (FmapType) rhs.type());
        }

        private String broadcasts(String name, FmapType operand) {
            var to = resultType();
            boolean fits = fits(operand.channels(), to.channels()) && fits(operand.height(), to.height()) && fits(operand.width(), to.width());
            return fits ? null : expects("operand #" + name, "extents that are 1 or those of the result " + to.extents(), operand);
        }

        private static boolean fits(int extent, int result) {
            return extent == 1 || extent == result;
        }
    }

    enum BinaryKind { ADD, SUB, MUL, DIV }

    /// Softmax over the channels of each pixel.
    @Format("$input (`on` `core` $core^)? attr-dict `:` type($input) `->` type($result)")
    record Softmax(@Is(AnyFmap.class) Value input, @Is(NonNegative.class) Optional<Long> core, @Is(AnyFmap.class) Type result) implements VectorOp {
        @Override public String verify(Operation self) {
            return sameExtents(input, resultType());
        }
    }

    /// Local response normalisation: each element divided by `(bias + alpha / size * s) ^ beta`, where `s` is the sum of squares over `size`
    /// neighbouring channels.
    @Format("$input `size` $size `alpha` $alpha `beta` $beta `bias` $bias (`on` `core` $core^)? attr-dict `:` type($input) `->` type($result)")
    record Lrn(@Is(AnyFmap.class) Value input, long size, double alpha, double beta, double bias, @Is(NonNegative.class) Optional<Long> core,
               @Is(AnyFmap.class) Type result) implements VectorOp {
        @Override public String verify(Operation self) {
            return size < 1 ? "expects a size of at least 1, but got " + size : sameExtents(input, resultType());
        }
    }

    /// The mean over the channels of each pixel.
    @Format("$input (`on` `core` $core^)? attr-dict `:` type($input) `->` type($result)")
    record Mean(@Is(AnyFmap.class) Value input, @Is(NonNegative.class) Optional<Long> core, @Is(AnyFmap.class) Type result) implements VectorOp {
        @Override public String verify(Operation self) {
            var type = (FmapType) input.type();
            var expected = new FmapType(1, type.height(), type.width(), resultType().element());
            return resultType().sameExtents(expected) ? null : expects("a result", "extents " + expected.extents(), resultType());
        }
    }

    private static String sameExtents(Value input, FmapType result) {
        var type = (FmapType) input.type();
        return type.sameExtents(result) ? null : expects("a result", "extents " + type.extents(), result);
    }

    private static String expects(String what, String demanded, FmapType got) {
        return "expects " + what + " of " + demanded + ", but got " + got.extents();
    }
}
