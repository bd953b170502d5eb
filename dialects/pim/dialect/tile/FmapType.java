package pim.dialect.tile;

import pim.define.Reader;
import pim.dialect.quant.UniformType;
import pim.ir.AsmWriter;
import pim.ir.type.DialectType;
import pim.ir.type.Type;

/// `!tile.fmap<3x8x8x!quant.uniform<i16:f32, 0.5>>`: a feature map of channels, rows and columns, of one sample.
///
/// In memory it is row-major in the order row, column, channel: element `(c, y, x)` is number `(y * width + x) * channels + c`.
public record FmapType(int channels, int height, int width, Type element) implements DialectType {
    /// Reads `<3x8x8xELEMENT>`.
    static FmapType read(Reader reader) {
        reader.literal("<");
        var extents = reader.dimensions();
        if (extents.rank() != 3) throw reader.failure("expected 3 extents (channels, height, width) of a feature map, but got " + extents.rank());
        for (long extent : extents.toLongs()) {
            if (extent < 1 || extent > Integer.MAX_VALUE) throw reader.failure("expected extents from 1 to " + Integer.MAX_VALUE);
        }
        if (!extents.fitsAnArray()) throw reader.failure("expected a feature map of at most " + Integer.MAX_VALUE + " elements, but got " + extents);
        var element = reader.type();
        reader.literal(">");
        return new FmapType((int) extents.extent(0), (int) extents.extent(1), (int) extents.extent(2), element);
    }

    /// The number of elements.
    public long size() {
        return (long) channels * height * width;
    }

    /// The number of pixels, which is that of the windows of a convolution that makes this map.
    public long pixels() {
        return (long) height * width;
    }

    /// What the elements are, in a map that an op may have.
    public UniformType numbers() {
        return (UniformType) element;
    }

    public FmapType withElement(Type other) {
        return new FmapType(channels, height, width, other);
    }

    public boolean sameExtents(FmapType other) {
        return channels == other.channels && height == other.height && width == other.width;
    }

    /// The extents as they read in text, `3x8x8`.
    public String extents() {
        return channels + "x" + height + "x" + width;
    }

    @Override public String dialect() {
        return "tile";
    }

    @Override public String mnemonic() {
        return "fmap";
    }

    @Override public void printParameters(AsmWriter out) {
        out.append("<").append(extents()).append("x").type(element).append(">");
    }

    @Override public String toString() {
        return text();
    }
}
