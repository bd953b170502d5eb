package pim.dialect.sim.timing;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Network;
import pim.simulate.Interconnect;
import pim.simulate.State;
import pim.simulate.Traffic;

/// A network in which messages do not meet: each takes a time for each flit that depends on its two ends alone, in whole nanoseconds.
final class LatencyTable implements Interconnect {
    private static final long NANOSECOND = 1000;

    private final Network network;
    private final int places, memory;
    /// Of each pair of places that had a message, the nanoseconds of a flit.
    private final Long2DoubleOpenHashMap latencies = new Long2DoubleOpenHashMap();
    private final Traffic traffic;

    LatencyTable(Accelerator accelerator) {
        network = accelerator.chip().network();
        memory = accelerator.chip().globalMemoryId();
        traffic = new Traffic(accelerator.cores());
        places = accelerator.cores() + 1;
        latencies.defaultReturnValue(-1);
    }

    private double latency(int from, int to) {
        long pair = (from + 1L) * places + to + 1;
        double known = latencies.get(pair);
        if (known >= 0) return known;
        double latency = from == to ? 0 : network.link(from == MEMORY ? memory : from, to == MEMORY ? memory : to).latency();
        latencies.put(pair, latency);
        return latency;
    }

    @Override public long arrival(long now, int from, int to, long bytes) {
        if (bytes == 0) return now;
        long flits = network.flits(bytes);
        long duration = Math.multiplyExact((long) (flits * latency(from, to)), NANOSECOND);
        traffic.add(from, to, bytes, flits, duration);
        return Math.addExact(now, duration);
    }

    @Override public Traffic traffic() {
        return traffic;
    }

    /// Messages leave nothing behind.
    @Override public void state(State state) {}
}
