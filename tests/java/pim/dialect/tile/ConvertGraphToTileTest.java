package pim.dialect.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pim.dialect.graph.NetworkRun;

class ConvertGraphToTileTest {
    @Property(tries = 150) void layersComputeWhatTheNetworkDoes(@ForAll long seed) {
        var network = QuantisedNetworks.graph(seed);
        var expected = network.outputs();
        assertEquals(expected, network.after(new ConvertGraphToTile()).outputs());
    }

    @Property(tries = 300) void tensorsOfAnyShapeComputeTheSame(@ForAll long seed) {
        var network = NetworkRun.of(TensorNetworks::random, seed);
        var expected = network.outputs();
        assertEquals(expected, network.after(new ConvertGraphToTile()).outputs());
    }
}
