package pim.dialect.inst.communicate;

import java.util.OptionalLong;
import pim.dialect.inst.Layers;
import pim.ir.Operation;
import pim.ir.attr.Location;

/// A core that waits for another.
///
/// @param instruction it waits in, as a message calls it
/// @param awaited     the core that could end the wait; empty where that may be any
/// @param reason      what it waits for, as it reads behind the instruction
/// @param passed      whether an event register has passed the value before the wait, so that it never ends, which may be a matter of timing
public record Waiting(long core, String instruction, Location location, OptionalLong awaited, String reason, boolean passed) {
    /// In an operation, for the other half of a message.
    public static Waiting message(long core, Operation operation, long other) {
        return message(core, name(operation), operation.location(), other);
    }

    public static Waiting message(long core, String instruction, Location location, long other) {
        return new Waiting(core, instruction, location, OptionalLong.of(other), "for core " + other, false);
    }

    /// For an event register to have a value, which it has not.
    public static Waiting event(long core, String instruction, Location location, int register, long value, long count) {
        return new Waiting(core, instruction, location, OptionalLong.empty(), "for event register " + register + " to be " + value + ", which is " + count,
            count > value);
    }

    /// The same where no timing could make a difference.
    Waiting whateverTheTiming() {
        return new Waiting(core, instruction, location, awaited, reason, false);
    }

    /// What messages call an operation.
    public static String name(Operation operation) {
        var layer = Layers.of(operation.location());
        return "'" + operation.name() + "'" + (layer.isEmpty() ? "" : " of layer \"" + layer + "\"");
    }

    String says() {
        return "core " + core + " waits in " + instruction + " " + reason;
    }
}
