package pim.dialect.inst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Constraints;
import pim.define.Format;
import pim.define.Is;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;

/// What the matrix unit, the vector units and the control unit compute in local memory.
public sealed interface Compute extends Instruction {
    /// Fills `length` elements of `width` bytes each (one if nothing is said) with the low bytes of `value`.
    @Format(value = "custom<Addresses>($dst, $dst_at, $indices) `,` $length `,` $value (`width` $width^)? attr-dict", parts = Addresses.class)
    record Write(@Is(BufferType.Only.class) Value dst, AffineMapAttr dstAt, @Is(Constraints.Index.class) List<Value> indices,
                 @Is(Count.class) long length, long value, Optional<Long> width) implements Compute {
        public long bytesEach() {
            return width.orElse(1L);
        }

        @Override public List<Access> accesses(List<GroupAttr> groups) {
            return List.of(Access.write("dst", dst, dstAt, Span.of(length * bytesEach())));
        }

        @Override public String verify(Operation self) {
            long w = bytesEach();
            if (w != 1 && w != 2 && w != 4 && w != 8) return "expects a width of 1, 2, 4 or 8 bytes, but got " + w;
            if (w < 8 && (value < -(1L << 8 * w - 1) || value >= 1L << 8 * w)) return "expects a value of " + w + " bytes, but got " + value;
            return verifyAddresses(dstAt);
        }
    }

    /// The arrays of group `group` of the core multiply the vector at `src` by their matrix: `dst[c] = sum over r of src[r] * weight[r][c]`, exactly.
    @Format(value = "`group` $group `,` custom<Addresses>($dst, $dst_at, $src, $src_at, $indices) attr-dict", parts = Addresses.class)
    record Mvm(@Is(Constraints.NonNegative.class) long group, @Is(BufferType.Only.class) Value dst, AffineMapAttr dstAt,
               @Is(BufferType.Only.class) Value src, AffineMapAttr srcAt, @Is(Constraints.Index.class) List<Value> indices) implements Compute {
        @Override public List<Access> accesses(List<GroupAttr> groups) {
            var g = groups.get(Math.toIntExact(group));
            return List.of(Access.read("src", src, srcAt, Span.of(g.inputBytes())), Access.write("dst", dst, dstAt, Span.of(g.sumBytes())));
        }

        @Override public String verify(Operation self) {
            for (var p = self.parent(); p != null; p = p.parent()) {
                if (!(p.op() instanceof Structure.Core c)) continue;
                if (group >= c.groups().size()) return "names group " + group + ", but core " + c.core() + " has " + c.groups().size();
            }
            return verifyAddresses(dstAt, srcAt);
        }
    }

    /// A vector unit computes `length` elements of `fn`. The destination may be the very place of an operand.
    @Format(value = "$fn `,` custom<Addresses>($dst, $dst_at, $a, $a_at, $b, $b_at, $indices) `length` $length attr-dict", parts = Addresses.class)
    record Vec(FnAttr fn, @Is(BufferType.Only.class) Value dst, AffineMapAttr dstAt, @Is(BufferType.Only.class) Value a, AffineMapAttr aAt,
               @Is(BufferType.Only.class) Optional<Value> b, Optional<AffineMapAttr> bAt, @Is(Constraints.Index.class) List<Value> indices,
               @Is(Count.class) long length) implements Compute {
        @Override public List<Access> accesses(List<GroupAttr> groups) {
            var accesses = new ArrayList<Access>();
            accesses.add(Access.read("a", a, aAt, Span.of(length * fn.a().bytes())));
            if (b.isPresent()) accesses.add(Access.read("b", b.get(), bAt.orElseThrow(), Span.of(length * fn.b().orElseThrow().bytes())));
            accesses.add(Access.write("dst", dst, dstAt, Span.of(fn.results(length) * fn.to().bytes())));
            return accesses;
        }

        @Override public String verify(Operation self) {
            var operands = fn.b().isPresent() ? "two operands" : "one operand";
            if (b.isPresent() != fn.b().isPresent()) return "expects " + operands + " for " + fn.kind().spelling();
            if (b.isPresent() != bAt.isPresent()) return "expects an address of its second operand exactly when it has one";
            return bAt.isPresent() ? verifyAddresses(dstAt, aAt, bAt.get()) : verifyAddresses(dstAt, aAt);
        }
    }
}
