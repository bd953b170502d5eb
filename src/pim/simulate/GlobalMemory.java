package pim.simulate;

/// The memory that all cores reach.
public interface GlobalMemory {
    /// How long a request that arrives at `now` takes, queueing included. Picoseconds. Called in the order of arrival.
    ///
    /// @param duration that the memory works for it
    long access(long now, long address, long duration, boolean writes);

    /// A memory with one port, which serves requests in the order of their arrival.
    static GlobalMemory onePort() {
        var port = new MemoryPort();
        return (now, _, duration, _) -> port.request(now, 0, duration);
    }
}
