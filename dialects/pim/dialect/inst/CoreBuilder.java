package pim.dialect.inst;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pim.define.Builder;
import pim.dialect.inst.Place.Global;
import pim.dialect.inst.Place.Local;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.Location;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.type.IndexType;

/// Writes the program of one core, instruction by instruction. Sizes, strides and offsets are bytes, lengths elements.
public final class CoreBuilder {
    private final Builder builder;

    public CoreBuilder(Builder builder) {
        this.builder = builder;
    }

    /// A builder of a new core in `module`; the array groups are what `groups` holds by then.
    public static CoreBuilder core(Builder module, long core, List<GroupAttr> groups) {
        var body = new Block();
        module.create(new Structure.Core(core, groups, Region.of(body)));
        return new CoreBuilder(Builder.atEnd(body));
    }

    public void at(Location location) {
        builder.setLocation(location);
    }

    public Location location() {
        return builder.location();
    }

    public Local alloc(long bytes) {
        return Local.of(builder.value(new Structure.Alloc(bytes, Optional.empty())));
    }

    /// A loop from `from` up to but without `to`. Where the body runs once, there is no loop, and where it does not run, nothing.
    public void loop(long from, long to, long step, Consumer<Offset> body) {
        if (from >= to) return;
        if (from + step >= to) {
            body.accept(Offset.of(from));
            return;
        }
        var block = new Block();
        var variable = block.addArgument(IndexType.INDEX, builder.location());
        builder.create(new Structure.For(from, to, step, Region.of(block)));
        var outer = builder.block();
        var before = builder.insertionPoint();
        builder.setInsertionPointToEnd(block);
        body.accept(Offset.of(variable));
        if (before == null) builder.setInsertionPointToEnd(outer);
        else builder.setInsertionPoint(before);
    }

    public void load(Local to, Global from, long size) {
        load(to, from, Span.of(size));
    }

    /// Loads the pieces of `from` to places one behind the other.
    public void load(Local to, Global from, Span span) {
        load(to, from, span, span.size());
    }

    public void load(Local to, Global from, Span span, long localStride) {
        var address = new Indexing(to, from);
        var p = Pieces.of(span, localStride);
        builder.create(new Transfer.Load(to.buffer(), address.of(to), SymbolRefAttr.of(from.memory()), address.of(from), address.indices, p.size,
            p.rows, p.stride, p.local));
    }

    public void store(Global to, Local from, long size) {
        store(to, from, Span.of(size));
    }

    /// Stores what lies one behind the other to the pieces of `to`.
    public void store(Global to, Local from, Span span) {
        store(to, from, span, span.size());
    }

    public void store(Global to, Local from, Span span, long localStride) {
        var address = new Indexing(to, from);
        var p = Pieces.of(span, localStride);
        builder.create(new Transfer.Store(SymbolRefAttr.of(to.memory()), address.of(to), from.buffer(), address.of(from), address.indices, p.size,
            p.rows, p.stride, p.local));
    }

    /// Copies the pieces of `from` to places one behind the other.
    public void copy(Local to, Local from, Span span) {
        var address = new Indexing(to, from);
        var p = Pieces.of(span, span.size());
        builder.create(new Transfer.Copy(to.buffer(), address.of(to), from.buffer(), address.of(from), address.indices, p.size, p.rows, p.stride,
            p.local));
    }

    /// Fills `length` elements of `width` bytes each.
    public void write(Local to, long length, long value, int width) {
        var address = new Indexing(to);
        Optional<Long> each = width == 1 ? Optional.empty() : Optional.of((long) width);
        builder.create(new Compute.Write(to.buffer(), address.of(to), address.indices, length, value, each));
    }

    public void mvm(long group, Local to, Local from) {
        var address = new Indexing(to, from);
        builder.create(new Compute.Mvm(group, to.buffer(), address.of(to), from.buffer(), address.of(from), address.indices));
    }

    public void vec(FnAttr fn, Local to, Local a, long length) {
        var address = new Indexing(to, a);
        builder.create(new Compute.Vec(fn, to.buffer(), address.of(to), a.buffer(), address.of(a), Optional.empty(), Optional.empty(),
            address.indices, length));
    }

    public void vec(FnAttr fn, Local to, Local a, Local b, long length) {
        var address = new Indexing(to, a, b);
        builder.create(new Compute.Vec(fn, to.buffer(), address.of(to), a.buffer(), address.of(a), Optional.of(b.buffer()),
            Optional.of(address.of(b)), address.indices, length));
    }

    public void send(long core, Local from, long size) {
        var address = new Indexing(from);
        builder.create(new Message.Send(core, from.buffer(), address.of(from), address.indices, size));
    }

    public void recv(long core, Local to, long size) {
        var address = new Indexing(to);
        builder.create(new Message.Recv(core, to.buffer(), address.of(to), address.indices, size));
    }

    /// The addresses of one instruction: all its maps are over all its indices.
    private static final class Indexing {
        private final List<Value> indices;

        Indexing(Place... places) {
            indices = Arrays.stream(places).flatMap(p -> p.offset().terms().stream()).map(Offset.Term::variable).distinct().toList();
        }

        AffineMapAttr of(Place place) {
            return new AffineMapAttr(new AffineMap(indices.size(), 0, List.of(place.offset().expression(indices))));
        }
    }

    /// The attributes of a transfer that say which bytes it moves, none of them without need.
    private record Pieces(long size, Optional<Long> rows, Optional<Long> stride, Optional<Long> local) {
        static Pieces of(Span span, long localStride) {
            boolean packed = localStride == span.size();
            if (span.rows() == 1 || span.packed() && packed) return new Pieces(span.bytes(), Optional.empty(), Optional.empty(), Optional.empty());
            return new Pieces(span.size(), Optional.of(span.rows()), Optional.of(span.stride()),
                packed ? Optional.empty() : Optional.of(localStride));
        }
    }
}
