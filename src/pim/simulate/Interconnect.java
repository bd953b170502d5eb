package pim.simulate;

/// The network between cores and the global memory. Places are numbers of cores, or [#MEMORY].
public interface Interconnect {
    /// The place of the global memory.
    int MEMORY = -1;
    /// No time of its own.
    long WITH_ARRIVAL = -1;

    /// When a message that leaves at `now` has arrived in full. Picoseconds. Called in the order of time.
    long arrival(long now, int from, int to, long bytes);

    /// When a message that leaves at `now` has left its sender, whose switch then takes the next one. Picoseconds. Called before [#arrival].
    ///
    /// @return [#WITH_ARRIVAL] if the switch is busy until the message has arrived and has been answered
    default long departure(long now, long bytes) {
        return WITH_ARRIVAL;
    }

    /// What has gone over it so far.
    Traffic traffic();
}
