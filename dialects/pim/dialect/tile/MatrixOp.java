package pim.dialect.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Constraints.NonNegative;
import pim.define.Format;
import pim.define.Is;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Window;
import pim.dialect.quant.UniformType;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.Type;

/// What runs on crossbars: a convolution, and within it the decisions on where its weights are.
public sealed interface MatrixOp extends Tile {
    /// A convolution; a fully connected layer is one with a kernel of 1x1, or, behind a flattened map, with a kernel as large as the map.
    ///
    /// The body says which array groups hold the weights; it is empty until that is decided.
    ///
    /// @param weights    integers in the order output, input, kernel row, kernel column: `O x I/groups x KH x KW`
    /// @param bias       one integer for each output channel, added to the exact sum
    /// @param strides    vertical, horizontal
    /// @param pads       top, left, bottom, right
    /// @param dilations  vertical, horizontal
    /// @param groups     convolution groups: each `I/groups` input channels make `O/groups` output channels
    /// @param activation piecewise linear function of the requantised sum
    /// @param unfold     `H, W, P`: the weights are `P` matrices of `H` rows and `W` columns; array groups do not cross from one to another
    @Format("""
        $input `weights` $weights (`bias` $bias^)? `strides` $strides `pads` $pads `dilations` $dilations `groups` $groups
        (`activation` $activation^)? (`unfold` $unfold^)? attr-dict `:` type($input) `->` type($result) $body""")
    record Conv2d(@Is(AnyFmap.class) Value input, DenseResourceAttr weights, Optional<DenseResourceAttr> bias, long[] strides, long[] pads,
                  long[] dilations, long groups, Optional<ActivationAttr> activation, Optional<long[]> unfold,
                  @Is(AnyFmap.class) Type result, Region body)
        implements MatrixOp, Traits.Pure, Traits.NoTerminator, Traits.SingleBlock {

        public FmapType inputType() {
            return (FmapType) input.type();
        }

        public FmapType resultType() {
            return (FmapType) result;
        }

        public Window window() {
            var shape = weights.type().shape();
            return new Window(new long[] {shape.extent(2), shape.extent(3)}, strides, pads, dilations);
        }

        public Unfolding unfolding() {
            var shape = weights.type().shape();
            return new Unfolding(shape.extent(0) / groups, shape.extent(1), shape.extent(2), shape.extent(3), groups);
        }

        /// How many bits a weight has.
        public int weightBits() {
            return UniformType.of(weights.type()).bits();
        }

        /// The replicas in the order of the text; none before array groups are decided.
        public List<Replica> replicas() {
            return within(body, Replica.class);
        }

        @Override public String verify(Operation self) {
            return ConvVerifier.verify(this);
        }
    }

    /// One copy of a layer's weights, and the windows `[begin, end)` that it computes. Windows are the pixels of the result, row by row.
    @Format("`windows` ` ` `[` $begin `,` $end `)` attr-dict-with-keyword $body")
    record Replica(long begin, long end, Region body) implements MatrixOp, Traits.NoTerminator, Traits.SingleBlock {
        /// The groups in the order of the text.
        public List<Group> groups() {
            return within(body, Group.class);
        }

        @Override public String verify(Operation self) {
            if (!(self.parent() != null && self.parent().op() instanceof Conv2d conv)) return "expects parent op 'tile.conv2d'";
            // The convolution says itself what is wrong with its weights.
            if (ConvVerifier.weights(conv) != null) return null;
            for (var op : body.entry()) {
                if (!op.has(Group.class)) return "expects only 'tile.group' in its body, but got '" + op.name() + "'";
            }
            return Coverage.verify(conv.unfolding(), groups().stream().map(Group::arrayGroup).toList());
        }
    }

    /// An array group, see [ArrayGroup], and the core that it is on once that is decided.
    @Format("""
        `of` ` ` `[` $group_begin `,` $group_end `)` `rows` ` ` `[` $row_begin `,` $row_end `)` `cols` ` ` `[` $col_begin `,` $col_end `)`
        (`on` `core` $core^)? attr-dict""")
    record Group(long groupBegin, long groupEnd, long rowBegin, long rowEnd, long colBegin, long colEnd,
                 @Is(NonNegative.class) Optional<Long> core) implements MatrixOp {
        public static Group of(ArrayGroup g, Optional<Long> core) {
            return new Group(g.groupBegin(), g.groupEnd(), g.rowBegin(), g.rowEnd(), g.colBegin(), g.colEnd(), core);
        }

        public ArrayGroup arrayGroup() {
            return new ArrayGroup(groupBegin, groupEnd, rowBegin, rowEnd, colBegin, colEnd);
        }

        @Override public String verify(Operation self) {
            return self.parent() != null && self.parent().has(Replica.class) ? null : "expects parent op 'tile.replica'";
        }
    }

    private static <T extends Tile> List<T> within(Region body, Class<T> kind) {
        var found = new ArrayList<T>();
        for (var op : body.entry()) if (kind.isInstance(op.op())) found.add(kind.cast(op.op()));
        return found;
    }
}
