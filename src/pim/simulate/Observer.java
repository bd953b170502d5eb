package pim.simulate;

/// Is told of each instruction when it ends. A simulation that is observed steps through every round of every loop.
public interface Observer {
    /// A unit has done an instruction.
    ///
    /// @param lane   which of the core's units of that kind
    /// @param origin its place in the program, see [InstructionStream#origin]
    /// @param cost   what it is counted by
    /// @param from   when the unit got it, ps
    /// @param to     when the unit reported its end, ps
    default void ended(int core, UnitKind unit, int lane, int origin, int cost, long from, long to) {}

    /// An instruction leaves the dispatcher.
    ///
    /// @param number  of it among all of the run in the order of their dispatch
    /// @param before  the number of the one that its core dispatched before, or -1
    /// @param blocker the number of the instruction whose end it waited for last, or -1 when it came as soon as it could behind the one before
    /// @param cost    what it is counted by
    /// @param time    ps
    default void dispatched(int number, int before, int blocker, int cost, long time) {}

    /// Why the instruction that is told of next went as it did.
    ///
    /// @param number  of the instruction
    /// @param blocker the number of the instruction that had the unit when this one came to it from the dispatcher, or -1 when the unit was free
    /// @param partner the number of the instruction of the other core that it met, or -1
    /// @param spent   time by [Cause], ps; the array is used again
    default void because(int number, int blocker, int partner, long[] spent) {}
}
