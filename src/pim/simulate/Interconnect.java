package pim.simulate;

/// The network between cores and the global memory. Places are numbers of cores, or [#MEMORY].
public interface Interconnect {
    /// The place of the global memory.
    int MEMORY = -1;

    /// When a message that leaves at `now` has arrived in full. Picoseconds. Called in the order of time.
    long arrival(long now, int from, int to, long bytes);

    /// What has gone over it so far.
    Traffic traffic();
}
