package pim.dialect.graph;

import java.util.List;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import pim.rewrite.RegionSimplification;
import pim.pass.generic.Canonicalize;

class CanonicalFormTest {
    @Property(tries = 150) void aNetworkMeansTheSame(@ForAll long seed) {
        var network = NetworkRun.random(seed);
        var before = network.outputs();
        NetworkRun.assertClose(before, network.after(new Canonicalize(true, 10, -1, RegionSimplification.NORMAL, true, List.of(), List.of())).outputs());
    }

    @Property(tries = 100) void aQuantisedNetworkMeansTheSameToTheLastBit(@ForAll long seed) {
        var network = NetworkRun.random(seed).after(new GraphFoldBatchNorm(), new GraphQuantize());
        var before = network.outputs();
        assertEquals(before, network.after(new Canonicalize(true, 10, -1, RegionSimplification.NORMAL, true, List.of(), List.of())).outputs());
    }
}
