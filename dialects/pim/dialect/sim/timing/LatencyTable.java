package pim.dialect.sim.timing;

import pim.dialect.arch.Accelerator;
import pim.simulate.Interconnect;
import pim.simulate.Traffic;

/// A network in which messages do not meet: each takes a time for each flit that depends on its two ends alone, in whole nanoseconds.
final class LatencyTable implements Interconnect {
    private static final long NANOSECOND = 1000;

    private final int width, places;
    /// Of each pair of places, the global memory being the last, the nanoseconds of a flit.
    private final double[] latencies;
    private final Traffic traffic;

    LatencyTable(Accelerator accelerator) {
        var network = accelerator.chip().network();
        int memory = accelerator.chip().globalMemoryId();
        width = network.width();
        traffic = new Traffic(accelerator.cores());
        places = accelerator.cores() + 1;
        latencies = new double[places * places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                if (from == to) continue;
                int f = from == places - 1 ? memory : from, t = to == places - 1 ? memory : to;
                latencies[from * places + to] = network.link(f, t).latency();
            }
        }
    }

    @Override public long arrival(long now, int from, int to, long bytes) {
        if (bytes == 0) return now;
        long flits = Math.ceilDiv(bytes, width);
        int f = from == MEMORY ? places - 1 : from, t = to == MEMORY ? places - 1 : to;
        long duration = (long) (flits * latencies[f * places + t]) * NANOSECOND;
        traffic.add(from, to, bytes, flits, duration);
        return now + duration;
    }

    @Override public Traffic traffic() {
        return traffic;
    }
}
