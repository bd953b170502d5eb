package pim.simulate;

/// A message from a core. Messages are used again: a switch or a flight has one at a time.
final class Message {
    static final byte LOAD = 0, STORE = 1, READY = 2, PERMIT = 3, DATA = 4, SIGNAL = 5;

    byte kind;
    /// The core that sends it.
    Core from;
    /// The number of the core that it is for, or the global memory.
    int target;
    long bytes;
    /// The unit that waits for an answer.
    Unit sender;
    /// Where its details stand in the [ActionTable], or the event that it signals.
    int details;
    /// Where it is by itself, its process; -1 before.
    int process = -1;
    boolean arrived;
}
