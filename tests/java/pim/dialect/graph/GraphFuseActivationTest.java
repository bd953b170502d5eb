package pim.dialect.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GraphFuseActivationTest {
    @Property(tries = 100) void floatsStayWhatTheyAre(@ForAll long seed) {
        var network = NetworkRun.random(seed);
        var before = network.outputs();
        NetworkRun.assertClose(before, network.after(new GraphFuseActivation()).outputs());
    }

    /// Fusing what rounds to one type is exact.
    @Property(tries = 100) void fixedPointNumbersStayWhatTheyAreToTheLastBit(@ForAll long seed) {
        var network = NetworkRun.random(seed).after(new GraphFoldBatchNorm(), new GraphQuantize());
        var before = network.outputs();
        assertEquals(before, network.after(new GraphFuseActivation()).outputs());
    }
}
