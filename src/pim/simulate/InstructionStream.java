package pim.simulate;

/// The program of a core as it is fetched. Loops are walked through; nothing is unrolled in memory. The fields describe the instruction fetched last.
public abstract class InstructionStream {
    /// An address range that is empty: no other one meets it.
    protected static final long NONE_FROM = Long.MAX_VALUE, NONE_TO = Long.MIN_VALUE;

    /// Instructions in front of this one that take a slot of the pipeline but no unit, such as scalar ones. At the end, those behind the last.
    public long bubbles;
    /// Which kind of unit the instruction needs.
    public UnitKind unit;
    /// Which of the array groups, for [UnitKind#MATRIX].
    public int group;
    /// Its list of actions in the [ActionTable].
    public int actions;
    /// What all instructions are counted by that cost the same.
    public int cost;
    /// The instruction's place in the program, by which a report finds what it is.
    public int origin;
    /// Whether it is the last of a sample: all of a program, which may run for several samples one after the other.
    public boolean endsSample;
    /// The other core of a message.
    public int peer;
    /// Event register and value of a wait or a signal.
    public int event, value;
    /// Local bytes that it reads, from the first to the last, both included: two ranges, and the one that it writes.
    public long readFrom, readTo, read2From, read2To, writeFrom, writeTo;
    /// Address in global memory.
    public long address;

    /// How often a loop has gone into its next round, the one over the samples included.
    public long turns;
    /// How often of that the loop over the samples.
    public long begun;

    /// Goes on to the next instruction that needs a unit.
    ///
    /// @return false at the end of the program
    public abstract boolean advance();

    /// Whether a round of a loop may be as the one before; false where addresses that matter advance.
    public abstract boolean repeats();

    /// Where it stands in its program. What comes next depends on this, on the rounds left of the loops around and on [#state] alone.
    public abstract long position();

    /// How many loops it is in. The outermost is that over the samples.
    public abstract int openLoops();

    /// Rounds left of a loop it is in, with the present one; the outermost has the depth 0.
    public abstract long roundsLeft(int depth);

    /// Leaves out rounds of a loop it is in.
    public abstract void skipRounds(int depth, long count);

    /// Goes through what else it is made of.
    public abstract void state(State state);
}
