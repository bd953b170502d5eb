package pim.dialect.inst;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints;
import pim.define.Format;
import pim.define.Is;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.SymbolRefAttr;

/// Moves bytes within a core or between it and global memory: `rows` pieces of `size` bytes. The pieces are `stride` bytes apart on one side, on the
/// other one behind the other unless `localStride` says how far apart.
public sealed interface Transfer extends Instruction {
    /// The end of the text of each.
    String PIECES = "`,` $size (`rows` $rows^ `stride` $stride)? (`local_stride` $local_stride^)? attr-dict";

    long size();

    Optional<Long> rows();

    Optional<Long> stride();

    Optional<Long> localStride();

    /// The bytes in global memory, or of the source of a copy.
    default Span strided() {
        return new Span(size(), rows().orElse(1L), stride().orElse(size()));
    }

    /// The bytes in the local buffer, or of the destination of a copy.
    default Span local() {
        return new Span(size(), rows().orElse(1L), localStride().orElse(size()));
    }

    private String verifyPieces() {
        if (rows().isPresent() != stride().isPresent()) return "expects both rows and stride or neither";
        if (localStride().isPresent() && rows().isEmpty()) return "has a local stride, but no rows";
        for (var stride : List.of(stride(), localStride())) {
            if (stride.isPresent() && (stride.get() > Count.LARGEST || stride.get() < -Count.LARGEST)) return "expects a stride of at most "
                + Count.LARGEST + " bytes, but got " + stride.get();
        }
        return null;
    }

    default String verifyTransfer(AffineMapAttr to, AffineMapAttr from) {
        var wrong = verifyPieces();
        return wrong != null ? wrong : verifyAddresses(to, from);
    }

    /// Global memory to local memory.
    @Format(value = "custom<Addresses>($buffer, $buffer_at, $memory, $memory_at, $indices) " + Transfer.PIECES, parts = Addresses.class)
    record Load(@Is(BufferType.Only.class) Value buffer, AffineMapAttr bufferAt, SymbolRefAttr memory, AffineMapAttr memoryAt,
                @Is(Constraints.Index.class) List<Value> indices, @Is(Count.class) long size,
                @Is(Count.class) Optional<Long> rows, Optional<Long> stride, Optional<Long> localStride) implements Transfer {
        @Override public List<Access> accesses(List<GroupAttr> groups) {
            return List.of(Access.write("buffer", buffer, bufferAt, local()));
        }

        @Override public String verify(Operation self) {
            return verifyTransfer(bufferAt, memoryAt);
        }
    }

    /// Local memory to global memory.
    @Format(value = "custom<Addresses>($memory, $memory_at, $buffer, $buffer_at, $indices) " + Transfer.PIECES, parts = Addresses.class)
    record Store(SymbolRefAttr memory, AffineMapAttr memoryAt, @Is(BufferType.Only.class) Value buffer, AffineMapAttr bufferAt,
                 @Is(Constraints.Index.class) List<Value> indices, @Is(Count.class) long size,
                 @Is(Count.class) Optional<Long> rows, Optional<Long> stride, Optional<Long> localStride) implements Transfer {
        @Override public List<Access> accesses(List<GroupAttr> groups) {
            return List.of(Access.read("buffer", buffer, bufferAt, local()));
        }

        @Override public String verify(Operation self) {
            return verifyTransfer(memoryAt, bufferAt);
        }
    }

    /// Local memory to local memory. A stride of zero repeats the first piece of the source. Source and destination must not overlap.
    @Format(value = "custom<Addresses>($dst, $dst_at, $src, $src_at, $indices) " + Transfer.PIECES, parts = Addresses.class)
    record Copy(@Is(BufferType.Only.class) Value dst, AffineMapAttr dstAt, @Is(BufferType.Only.class) Value src, AffineMapAttr srcAt,
                @Is(Constraints.Index.class) List<Value> indices, @Is(Count.class) long size,
                @Is(Count.class) Optional<Long> rows, Optional<Long> stride, Optional<Long> localStride) implements Transfer {
        @Override public List<Access> accesses(List<GroupAttr> groups) {
            return List.of(Access.read("src", src, srcAt, strided()), Access.write("dst", dst, dstAt, local()));
        }

        @Override public String verify(Operation self) {
            return verifyTransfer(dstAt, srcAt);
        }
    }
}
