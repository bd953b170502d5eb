package pim.dialect.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GraphFoldBatchNormTest {
    @Property(tries = 150) void aNetworkWithoutBatchNormsMeansTheSame(@ForAll long seed) {
        var network = NetworkRun.random(seed);
        var before = network.outputs();
        network.after(new GraphFoldBatchNorm());
        assertEquals(0, network.count(Graph.BatchNorm.class));
        NetworkRun.assertClose(before, network.outputs());
    }
}
