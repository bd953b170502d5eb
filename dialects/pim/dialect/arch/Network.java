package pim.dialect.arch;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import pim.dialect.arch.schema.Key;

/// The network of a chip. Core `n` is in row `n / columns` and column `n % columns`.
///
/// The cost of a flit between two places is computed from the topology unless `links` has the pair. `table` names the file with the costs
/// of all pairs as the simulator reads it; reading a description takes that file in and leaves the name empty.
public record Network(
    @Key(value = "bus_topology", says = "connection of the cores", otherwise = "mesh") Topology topology,
    @Key(value = "bus_width", says = "size of a flit", unit = "bytes", min = 1) int width,
    @Key(value = "layout[0]", says = "number of rows of cores", unit = "cores", min = 1, max = 1 << 16) int rows,
    @Key(value = "layout[1]", says = "number of columns of cores", unit = "cores", min = 1, max = 1 << 16) int columns,
    @Key(value = "net_config_file_path", says = "file with the latency and energy of each pair", otherwise = "") String table,
    @Key(value = "/pimlico.network.hop_latency", says = "latency of a flit between neighbours", unit = "ns", otherwise = "1") double hopLatency,
    @Key(value = "/pimlico.network.hop_energy", says = "energy of a flit between neighbours", unit = "pJ", otherwise = "0") double hopEnergy,
    @Key(value = "/pimlico.network.memory_latency", says = "latency of a flit between a core and the global memory", unit = "ns",
        otherwise = "15") double memoryLatency,
    @Key(value = "/pimlico.network.memory_energy", says = "energy of a flit between a core and the global memory", unit = "pJ",
        otherwise = "0") double memoryEnergy,
    @Key(value = "/pimlico.network.links", says = "pairs with other costs") List<Link> links) {

    private static final Comparator<Link> BY_PLACES = Comparator.comparingInt(Link::from).thenComparingInt(Link::to);

    public Network {
        links = links.stream().sorted(BY_PLACES).toList();
    }

    /// Links that a message between two cores crosses; 0 from a core to itself.
    public int hops(int from, int to) {
        if (from == to) return 0;
        return topology == Topology.MESH ? Math.abs(from / columns - to / columns) + Math.abs(from % columns - to % columns) : 1;
    }

    /// The link as topology and costs give it. A negative number is the global memory.
    Link computed(int from, int to) {
        if (from == to) return new Link(from, to, 0, 0);
        if (from < 0 || to < 0) return new Link(from, to, memoryLatency, memoryEnergy);
        return new Link(from, to, hops(from, to) * hopLatency, hops(from, to) * hopEnergy);
    }

    /// The cost of one flit from one place to another; a negative number is the global memory.
    public Link link(int from, int to) {
        int at = links.isEmpty() ? -1 : Collections.binarySearch(links, new Link(from, to, 0, 0), BY_PLACES);
        return at >= 0 ? links.get(at) : computed(from, to);
    }

    /// Flits of a message.
    public long flits(long bytes) {
        return Math.ceilDiv(bytes, (long) width);
    }
}
