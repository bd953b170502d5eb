package pim.simulate;

/// Units of a core that execute instructions.
public enum UnitKind {
    /// Element-wise work.
    VECTOR,
    /// Moves within local memory, messages between cores, and memory accesses where there is no unit of their own for them.
    TRANSFER,
    /// Loads and stores that may be under way at the same time as messages.
    MEMORY,
    /// The array groups; one instruction at a time enters them, through a register.
    MATRIX
}
