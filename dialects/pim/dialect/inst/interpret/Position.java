package pim.dialect.inst.interpret;

/// Where an instruction works, whenever it comes to it.
public interface Position {
    /// The place for these counters of the loops around, by their depth.
    long at(long[] counters);
}
