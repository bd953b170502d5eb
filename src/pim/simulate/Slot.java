package pim.simulate;

/// What the time of a core's front end is for: in each cycle an instruction leaves the dispatcher, or it stands there for a reason.
public enum Slot {
    /// The pipeline fills; nothing has come to the dispatcher yet.
    FETCH,
    /// An instruction goes to its unit.
    DISPATCH,
    /// Scalar instructions pass, which need no unit.
    SCALAR,
    /// As many instructions are in flight as can be.
    REORDER_BUFFER,
    /// An operand is used by an instruction in flight.
    HAZARD,
    /// The unit is busy.
    UNIT,
    /// No instruction that needs a unit is left.
    END
}
