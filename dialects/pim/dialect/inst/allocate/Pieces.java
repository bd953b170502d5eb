package pim.dialect.inst.allocate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Builder;
import pim.dialect.inst.Compute.Vec;
import pim.dialect.inst.Compute.Write;
import pim.dialect.inst.Instruction;
import pim.dialect.inst.Structure;
import pim.dialect.inst.Transfer;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.type.IndexType;

/// Cuts an instruction that works on more bytes than local memory has into a loop of smaller ones.
final class Pieces {
    /// Makes the instruction for `count` elements from `shift` on.
    private interface Piece {
        Op of(Shift shift, long count);
    }

    private Pieces() {}

    /// Replaces `operation` by pieces of at most `size` bytes in local buffers, or of fewer rows, and gives them; empty when it cannot be cut.
    static Optional<List<Operation>> cut(Operation operation, long size) {
        var builder = Builder.before(operation);
        var pieces = switch (operation.op()) {
            case Vec v when v.fn().kind().elementwise() -> {
                long each = v.fn().a().bytes() + v.fn().b().map(b -> (long) b.bytes()).orElse(0L) + v.fn().to().bytes();
                yield loop(builder, v.length(), size / each, (s, n) -> new Vec(v.fn(), v.dst(), s.at(v.dstAt(), v.fn().to().bytes()), v.a(),
                    s.at(v.aAt(), v.fn().a().bytes()), v.b(), v.bAt().map(at -> s.at(at, v.fn().b().orElseThrow().bytes())), s.indices(v), n));
            }
            case Write w -> loop(builder, w.length(), size / w.bytesEach(),
                (s, n) -> new Write(w.dst(), s.at(w.dstAt(), w.bytesEach()), s.indices(w), n, w.value(), w.width()));
            case Transfer t when t.rows().orElse(1L) > 1 ->
                loop(builder, t.rows().get(), 1, (s, _) -> piece(t, s, t.strided().stride(), t.local().stride(), t.size()));
            case Transfer t -> loop(builder, t.size(), size / (t instanceof Transfer.Copy ? 2 : 1), (s, n) -> piece(t, s, 1, 1, n));
            default -> List.<Operation>of();
        };
        if (pieces.isEmpty()) return Optional.empty();
        operation.erase();
        return Optional.of(pieces);
    }

    private static Op piece(Transfer transfer, Shift s, long far, long near, long size) {
        Optional<Long> none = Optional.empty();
        return switch (transfer) {
            case Transfer.Load t -> new Transfer.Load(t.buffer(), s.at(t.bufferAt(), near), t.memory(), s.at(t.memoryAt(), far), s.indices(t), size,
                none, none, none);
            case Transfer.Store t -> new Transfer.Store(t.memory(), s.at(t.memoryAt(), far), t.buffer(), s.at(t.bufferAt(), near), s.indices(t),
                size, none, none, none);
            case Transfer.Copy t -> new Transfer.Copy(t.dst(), s.at(t.dstAt(), near), t.src(), s.at(t.srcAt(), far), s.indices(t), size, none, none,
                none);
        };
    }

    private static List<Operation> loop(Builder builder, long total, long most, Piece piece) {
        if (most < 1 || most >= total) return List.of();
        long whole = total / most * most;
        var block = new Block();
        var variable = block.addArgument(IndexType.INDEX, builder.location());
        builder.create(new Structure.For(0, whole, most, Region.of(block)));
        var inside = Builder.atEnd(block);
        inside.setLocation(builder.location());
        var first = inside.create(piece.of(new Shift(variable, 0), most));
        return whole == total ? List.of(first) : List.of(first, builder.create(piece.of(new Shift(null, whole), total - whole)));
    }

    /// How far a piece is from the first: as many elements as `variable` says, or `constant` where that is null.
    private record Shift(Value variable, long constant) {
        AffineMapAttr at(AffineMapAttr address, long bytesEach) {
            var map = address.value();
            var expression = map.results().getFirst();
            if (variable == null) return new AffineMapAttr(new AffineMap(map.dims(), 0, List.of(expression.plus(constant * bytesEach))));
            return new AffineMapAttr(new AffineMap(map.dims() + 1, 0, List.of(expression.plus(AffineExpr.dim(map.dims()).times(bytesEach)))));
        }

        List<Value> indices(Instruction instruction) {
            if (variable == null) return instruction.indices();
            var all = new ArrayList<>(instruction.indices());
            all.add(variable);
            return all;
        }
    }
}
