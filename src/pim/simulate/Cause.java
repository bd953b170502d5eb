package pim.simulate;

/// What the time is for that an instruction has its unit.
public enum Cause {
    /// The local memory reads or writes for it.
    ACCESS,
    /// The port of the local memory is taken by others.
    PORT,
    /// The unit computes.
    COMPUTE,
    /// The other core of a message is not there yet.
    PARTNER,
    /// A message is under way, or the switch is busy with another one.
    LINK,
    /// The global memory works for it.
    MEMORY,
    /// The global memory works for others.
    MEMORY_PORT,
    /// All is done, and the edge of the clock at which it is reported has not come.
    CLOCK
}
