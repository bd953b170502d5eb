package pim.dialect.tile;

/// An axis of a feature map.
public enum Axis {
    C, H, W;

    public int extent(FmapType type) {
        return switch (this) {
            case C -> type.channels();
            case H -> type.height();
            case W -> type.width();
        };
    }

    /// How many elements of memory lie between neighbours along the axis.
    public long stride(FmapType type) {
        return switch (this) {
            case C -> 1;
            case H -> (long) type.width() * type.channels();
            case W -> type.channels();
        };
    }

    String word() {
        return switch (this) {
            case C -> "channels";
            case H -> "height";
            case W -> "width";
        };
    }
}
