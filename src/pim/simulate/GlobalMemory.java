package pim.simulate;

/// The memory that all cores reach.
public interface GlobalMemory {
    /// How long a request that arrives at `now` takes, queueing included. Picoseconds. Called in the order of arrival.
    ///
    /// @param duration that the memory works for it
    long access(long now, long address, long duration, boolean writes);

    /// Goes through what it remembers; by default it says that it cannot tell, so that no rounds of loops are left out.
    default void state(State state) {
        state.unknown();
    }

    /// A memory with one port, which serves requests in the order of their arrival.
    static GlobalMemory onePort() {
        var port = new MemoryPort();
        return new GlobalMemory() {
            @Override public long access(long now, long address, long duration, boolean writes) {
                return port.request(now, 0, duration);
            }

            @Override public void state(State state) {
                port.state(state);
            }
        };
    }
}
