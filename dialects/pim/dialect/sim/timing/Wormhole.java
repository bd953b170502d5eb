package pim.dialect.sim.timing;

import java.util.Arrays;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Network;
import pim.simulate.Interconnect;
import pim.simulate.State;
import pim.simulate.Traffic;

/// Wormhole switching: the head of a message takes link after link, a hop latency each, and its flits follow one behind the other; a link that it has
/// taken is its own until the last flit has passed. In a mesh messages go along the row first, then along the column, which cannot deadlock (Dally and
/// Seitz, 1987). A bus is one link for all; with a shared memory each core has one link to it for what it gets. The global memory is behind a link of
/// each column at the first row. Chips are joined by links of their own bandwidth, at their first core.
final class Wormhole implements Interconnect {
    private static final int EAST = 0, WEST = 1, SOUTH = 2, NORTH = 3, TO_MEMORY = 4, FROM_MEMORY = 5, KINDS = 6;

    private final Network network;
    private final int chipCores, chips, sharedBus;
    private final long hop, memoryHop;
    private final double offChipBandwidth;
    /// When each link is free.
    private final long[] free;
    private final Traffic traffic;
    /// The links of the message at hand, with the time that its head takes on each.
    private int[] path = new int[16];
    private int length;

    Wormhole(Accelerator accelerator) {
        network = accelerator.chip().network();
        chipCores = accelerator.chip().cores();
        chips = accelerator.chips().count();
        offChipBandwidth = accelerator.chips().bandwidth();
        hop = Picoseconds.of(network.hopLatency());
        memoryHop = Picoseconds.of(network.memoryLatency());
        int places = network.rows() * network.columns();
        sharedBus = KINDS * Math.max(places, chipCores) * chips;
        free = new long[sharedBus + chips + chips * chips];
        traffic = new Traffic(accelerator.cores());
    }

    @Override public long departure(long now, long bytes) {
        return Math.addExact(now, Math.multiplyExact(network.flits(bytes), hop));
    }

    @Override public long arrival(long now, int from, int to, long bytes) {
        if (bytes == 0 || from == to) return now;
        long flits = network.flits(bytes);
        length = 0;
        long extra = route(from, to, bytes);
        traffic.add(from, to, bytes, flits, Math.multiplyExact(flits, hop));
        return Math.addExact(send(now, flits), extra);
    }

    private long latency(int link) {
        int kind = link < sharedBus ? link % KINDS : EAST;
        return kind == TO_MEMORY || kind == FROM_MEMORY ? memoryHop : hop;
    }

    /// Takes the links of the path.
    ///
    /// @return when the last flit is there
    private long send(long now, long flits) {
        long head = now;
        var taken = new long[length];
        for (int i = 0; i < length; i++) {
            taken[i] = Math.max(head, free[path[i]]);
            head = Math.addExact(taken[i], latency(path[i]));
        }
        // A link is held until the last flit has passed it, which waits where the head waited further on.
        long tail = Math.addExact(head, (flits - 1) * hop);
        long last = tail;
        for (int i = length - 1; i >= 0; i--) {
            free[path[i]] = Math.max(last, taken[i] + flits * hop);
            last = taken[i] + flits * hop < last - hop ? last - hop : taken[i] + flits * hop;
        }
        return tail;
    }

    /// Writes down the links between two places.
    ///
    /// @return what links between chips take
    private long route(int from, int to, long bytes) {
        int fromChip = from == MEMORY ? to / chipCores : from / chipCores, toChip = to == MEMORY ? fromChip : to / chipCores;
        if (fromChip == toChip) {
            within(fromChip, from == MEMORY ? MEMORY : from % chipCores, to == MEMORY ? MEMORY : to % chipCores);
            return 0;
        }
        within(fromChip, from % chipCores, 0);
        take(sharedBus + chips + fromChip * chips + toChip);
        within(toChip, 0, to % chipCores);
        return Picoseconds.of(bytes / offChipBandwidth);
    }

    private void within(int chip, int from, int to) {
        if (from == to) return;
        switch (network.topology()) {
            case BUS -> take(sharedBus + chip);
            case SHARED_MEMORY -> take(link(chip, Math.max(0, to), to == MEMORY ? TO_MEMORY : from == MEMORY ? FROM_MEMORY : EAST));
            case MESH -> mesh(chip, from, to);
        }
    }

    private void mesh(int chip, int from, int to) {
        int columns = network.columns();
        int at = from == MEMORY ? to % columns : from, end = to == MEMORY ? from % columns : to;
        if (from == MEMORY) take(link(chip, at, FROM_MEMORY));
        while (at % columns != end % columns) {
            boolean east = at % columns < end % columns;
            take(link(chip, at, east ? EAST : WEST));
            at += east ? 1 : -1;
        }
        while (at != end) {
            boolean south = at < end;
            take(link(chip, at, south ? SOUTH : NORTH));
            at += south ? columns : -columns;
        }
        if (to == MEMORY) take(link(chip, at, TO_MEMORY));
    }

    private int link(int chip, int core, int kind) {
        return (chip * Math.max(network.rows() * network.columns(), chipCores) + core) * KINDS + kind;
    }

    private void take(int link) {
        if (length == path.length) path = Arrays.copyOf(path, 2 * length);
        path[length++] = link;
    }

    @Override public Traffic traffic() {
        return traffic;
    }

    @Override public void state(State state) {
        for (int i = 0; i < free.length; i++) free[i] = state.time(free[i]);
    }
}
