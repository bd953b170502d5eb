package pim.dialect.isa.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import pim.dialect.isa.Vector;
import pim.ir.affine.AffineExpr;

/// The constants of a core at the upper end of what it uses of its local memory, which are filled in when they are needed and stay until buffers want
/// their place.
final class Constants {
    /// @param length of the vectors that it is for
    private record Place(Operand constant, long length, long address) {
        boolean serves(Operand wanted, long count) {
            return constant.equals(wanted) && (wanted instanceof Operand.Padded ? count == length : count <= length);
        }
    }

    private final MachineBuilder builder;
    private final long size;
    private final List<Place> places = new ArrayList<>();
    private long bottom;

    /// @param size bytes of local memory that are used
    Constants(MachineBuilder builder, long size) {
        this.builder = builder;
        this.size = size;
        bottom = size;
    }

    /// A constant for vectors of `length`.
    record Need(Operand constant, long length) {}

    /// Where a constant is.
    long address(Operand constant, long length) {
        return places.stream().filter(p -> p.serves(constant, length)).findFirst().orElseThrow().address;
    }

    /// The space that the needs take beside what is there.
    private long missing(List<Need> needs) {
        return sum(needs, n -> places.stream().anyMatch(p -> p.serves(n.constant, n.length)) ? 0 : n.constant.bytes(n.length));
    }

    /// The space that the needs take.
    static long bytes(List<Need> needs) {
        return sum(needs, n -> n.constant.bytes(n.length));
    }

    private static long sum(List<Need> needs, ToLongFunction<Need> bytes) {
        return needs.stream().mapToLong(bytes).sum();
    }

    /// Whether the needs can be met while the bytes below `end` are used otherwise, keeping what is there or, failing that, without it.
    boolean fit(List<Need> needs, long end, boolean keep) {
        return end + (keep ? missing(needs) : bytes(needs)) <= (keep ? bottom : size);
    }

    /// Brings into memory what is missing; without `keep` what is there is lost.
    void provide(List<Need> needs, boolean keep) {
        if (!keep) {
            places.clear();
            bottom = size;
        }
        for (var need : needs) {
            if (places.stream().anyMatch(p -> p.serves(need.constant, need.length))) continue;
            bottom -= need.constant.bytes(need.length);
            places.add(new Place(need.constant, need.length, bottom));
            fill(need, bottom);
        }
    }

    private void fill(Need need, long address) {
        switch (need.constant) {
            case Operand.Single(var value, var bits) -> fill(builder, AffineExpr.constant(address), 1, value, bits / Byte.SIZE);
            case Operand.Same(var value, var bits) -> fill(builder, AffineExpr.constant(address), need.length, value, bits / Byte.SIZE);
            case Operand.Padded padded -> builder.lldi(AffineExpr.constant(address), 0, padded.bytes(need.length));
            default -> throw new IllegalArgumentException(need + " is no constant");
        }
    }

    /// Fills `length` elements of `width` bytes with the low bytes of `value`: the first byte by byte, the others as its copies.
    static void fill(MachineBuilder builder, AffineExpr at, long length, long value, int width) {
        int same = 1;
        while (same < width && (byte) (value >> Byte.SIZE * same) == (byte) value) same++;
        if (same == width) {
            builder.lldi(at, value, length * width);
            return;
        }
        for (int from = 0, to; from < width; from = to) {
            long first = value >> Byte.SIZE * from;
            for (to = from + 1; to < width && (byte) (value >> Byte.SIZE * to) == (byte) first; ) to++;
            builder.lldi(at.plus(from), first, to - from);
        }
        if (length > 1) repeat(builder, at.plus(width), at, length - 1, 0, width);
    }

    /// Gathers `length` elements of `width` bytes that are `stride` elements apart.
    static void repeat(MachineBuilder builder, AffineExpr to, AffineExpr from, long length, long stride, int width) {
        builder.pieces(length, MachineBuilder.LARGEST_FIELD, 1, (first, n) -> {
            builder.widths(width * Byte.SIZE, width * Byte.SIZE);
            int rd = builder.register(to.plus(first.times(width))), rs1 = builder.register(from.plus(first.times(stride * width)));
            builder.create(new Vector.Vmv(rd, rs1, builder.register(AffineExpr.constant(stride)), (int) n));
        });
    }
}
