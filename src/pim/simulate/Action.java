package pim.simulate;

/// What an instruction does while it holds its unit, one after the other. Accesses and computations add up to a time that passes at the next
/// [Elapse]. Durations are picoseconds.
public sealed interface Action {
    /// Takes the port of the core's local memory for `duration`, behind whoever has it.
    record Access(long duration) implements Action {}

    /// Works for `duration`.
    record Compute(long duration) implements Action {}

    /// Waits until what came before is over.
    record Elapse() implements Action {}

    /// Asks global memory for data and waits until it answers.
    ///
    /// @param request bytes of the question
    /// @param access  time that the port of the global memory is taken
    /// @param answer  bytes of the answer as the network counts them
    record Load(long request, long access, long answer) implements Action {}

    /// Gives `bytes` to global memory and waits until they are there.
    ///
    /// @param access time that the port of the global memory is taken
    record Store(long bytes, long access) implements Action {}

    /// Tells the other core that there is something for it and waits until it wants it.
    record Offer(long bytes) implements Action {}

    /// Sends `bytes` to the other core and goes on.
    record Transmit(long bytes) implements Action {}

    /// Waits for the other core's offer, permits it and waits for what it transmits.
    ///
    /// @param bytes of the permission
    record Accept(long bytes) implements Action {}

    /// Adds one to an event of the other core, by a message of `bytes`, and goes on.
    record Signal(long bytes) implements Action {}

    /// Waits until an event of the own core has the value that the instruction names, and sets it to zero.
    record Await() implements Action {}
}
