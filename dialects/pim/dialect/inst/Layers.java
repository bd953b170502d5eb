package pim.dialect.inst;

import pim.ir.attr.Location;

/// The layer of the network that an operation works for, as its location says.
public final class Layers {
    private Layers() {}

    /// The first name in the location; empty when there is none.
    public static String of(Location location) {
        return switch (location) {
            case Location.Name(var name, _) -> name;
            case Location.Fused(_, var parts) -> parts.stream().map(Layers::of).filter(s -> !s.isEmpty()).findFirst().orElse("");
            case Location.CallSite(var callee, _) -> of(callee);
            default -> "";
        };
    }
}
