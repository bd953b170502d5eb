package pim.dialect.isa.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import pim.define.Builder;
import pim.dialect.isa.Isa;
import pim.dialect.isa.Scalar;
import pim.dialect.isa.Structure;
import pim.dialect.isa.Transfer;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.Location;
import pim.ir.type.IndexType;

/// Writes the machine program of one core. Addresses are affine expressions of the variables of the loops around, by their depth; registers are
/// loaded and widths set where needed.
final class MachineBuilder {
    /// What fields of instructions hold: elements or bytes.
    static final int LARGEST_FIELD = 2047;
    /// Bytes of a piece of what is larger: whole lines of memory.
    private static final int PIECE = 2016, LINE = 32;

    private record Widths(int in, int out) {}

    interface Piece {
        /// @param first where the piece begins
        void emit(AffineExpr first, long length);
    }

    private final Block body = new Block();
    private final List<Builder> builders = new ArrayList<>(List.of(Builder.atEnd(body)));
    private final List<Value> loops = new ArrayList<>();
    private final RegisterFile registers = new RegisterFile(this::load);
    /// Pairs of registers for global addresses in use.
    private final TreeSet<Integer> pairs = new TreeSet<>();
    private Location location = Location.UNKNOWN;
    /// The widths here, null where the loop that is being written does not know them yet; and those that its body wants at its beginning.
    private Widths widths, wanted;

    /// Says what is done from here on.
    void at(Location where) {
        location = where;
    }

    Location location() {
        return location;
    }

    /// The finished program.
    Region finish(Location core) {
        var start = Builder.atEnd(body);
        start.setInsertionPointToStart(body);
        start.setLocation(core);
        for (int pair : pairs) start.create(new Scalar.Sldi(pair + 1, map(AffineExpr.constant(0), List.of()), List.of()));
        return Region.of(body);
    }

    private static AffineMapAttr map(AffineExpr expression, List<Integer> dims) {
        return new AffineMapAttr(new AffineMap(dims.size(), 0, List.of(expression.replaceDims(d -> AffineExpr.dim(dims.indexOf(d))))));
    }

    private void load(int register, AffineExpr value, int depth) {
        var dims = new TreeSet<Integer>();
        value.replaceDims(d -> {
            dims.add(d);
            return AffineExpr.dim(d);
        });
        var used = List.copyOf(dims);
        create(depth, new Scalar.Sldi(register, map(value, used), used.stream().map(loops::get).toList()));
    }

    private void create(int depth, Isa op) {
        var builder = builders.get(depth);
        builder.setLocation(location);
        builder.create(op);
    }

    void create(Isa op) {
        create(loops.size(), op);
    }

    int register(AffineExpr value) {
        return registers.general(value);
    }

    private int pair(AffineExpr value) {
        int pair = registers.pair(value);
        pairs.add(pair);
        return pair;
    }

    /// From here on elements of input and output have as many bits.
    void widths(int in, int out) {
        var needed = new Widths(in, out);
        if (needed.equals(widths)) return;
        if (widths == null && !loops.isEmpty()) wanted = needed;
        else create(new Scalar.Setbw(in, out));
        widths = needed;
    }

    /// Repeats `body` for a variable `from`, `from + step`, ... below `to`. What runs once is no loop.
    ///
    /// The widths that a body begins with are those before the loop. If it ends with others it begins by setting them.
    void loop(long from, long to, long step, Consumer<AffineExpr> body) {
        if (from >= to) return;
        if (from + step >= to) {
            body.accept(AffineExpr.constant(from));
            return;
        }
        var where = location;
        var block = new Block();
        int depth = loops.size();
        var outerWidths = widths;
        var outerWanted = wanted;
        widths = wanted = null;
        loops.add(block.addArgument(IndexType.INDEX, where));
        builders.add(Builder.atEnd(block));
        registers.enterLoop();
        body.accept(AffineExpr.dim(depth));
        registers.leaveLoop();
        builders.removeLast();
        loops.removeLast();
        var end = widths;
        var begin = wanted;
        widths = outerWidths;
        wanted = outerWanted;
        location = where;
        if (begin != null) {
            if (begin.equals(end) || !loops.isEmpty()) widths(begin.in, begin.out);
            if (!begin.equals(end)) {
                var start = new Builder();
                start.setInsertionPointToStart(block);
                start.setLocation(where);
                start.create(new Scalar.Setbw(begin.in, begin.out));
            }
            widths = end;
        }
        create(new Structure.For(from, to, step, Region.of(block)));
    }

    /// Cuts `total` into as few pieces of at most `most` as possible, none much longer than another.
    void pieces(long total, long most, long granularity, Piece piece) {
        long count = Math.ceilDiv(total, most), even = Math.ceilDiv(total, count);
        long length = Math.min(most, Math.ceilDiv(even, granularity) * granularity);
        long whole = total / length * length;
        loop(0, whole, length, first -> piece.emit(first, length));
        if (whole < total) piece.emit(AffineExpr.constant(whole), total - whole);
    }

    private void bytes(long size, Piece piece) {
        pieces(size, size <= LARGEST_FIELD ? size : PIECE, size <= LARGEST_FIELD ? 1 : LINE, piece);
    }

    void ld(AffineExpr local, AffineExpr global, long size) {
        bytes(size, (at, n) -> {
            int rd = register(local.plus(at)), rs = pair(global.plus(at));
            create(new Transfer.Ld(rd, rs, (int) n, Optional.empty(), Optional.empty()));
        });
    }

    void st(AffineExpr global, AffineExpr local, long size) {
        bytes(size, (at, n) -> {
            int rd = pair(global.plus(at)), rs = register(local.plus(at));
            create(new Transfer.St(rd, rs, (int) n, Optional.empty(), Optional.empty()));
        });
    }

    void lmv(AffineExpr to, AffineExpr from, long size) {
        bytes(size, (at, n) -> {
            int rd = register(to.plus(at)), rs = register(from.plus(at));
            create(new Transfer.Lmv(rd, rs, Optional.empty(), Optional.of((int) n), Optional.empty(), Optional.empty()));
        });
    }

    /// Fills bytes with the low byte of `value`.
    void lldi(AffineExpr to, long value, long size) {
        bytes(size, (at, n) -> create(new Transfer.Lldi(register(to.plus(at)), map(AffineExpr.constant(value & 0xff), List.of()), List.of(),
            Optional.empty(), Optional.of((int) n), Optional.empty(), Optional.empty())));
    }

    void send(AffineExpr from, long core, long size) {
        bytes(size, (at, n) -> create(new Transfer.Send(register(from.plus(at)), (int) core, (int) n, Optional.empty(), Optional.empty())));
    }

    void recv(AffineExpr to, long core, long size) {
        bytes(size, (at, n) -> create(new Transfer.Recv(register(to.plus(at)), (int) core, (int) n, Optional.empty(), Optional.empty())));
    }
}
