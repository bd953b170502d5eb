package pim.dialect.tile;

import java.util.List;
import pim.dialect.arch.Accelerator;
import pim.dialect.graph.GraphFoldBatchNorm;
import pim.dialect.graph.GraphFuseActivation;
import pim.dialect.graph.GraphQuantize;
import pim.dialect.graph.NetworkRun;
import pim.dialect.graph.Networks;

/// Random networks, quantised, as they are before and after they are written as layers on feature maps.
final class QuantisedNetworks {
    private QuantisedNetworks() {}

    /// A network of 8 or 16 bits, of the graph dialect.
    static NetworkRun graph(long seed) {
        var network = NetworkRun.of(Networks::forCrossbars, seed).after(new GraphFoldBatchNorm());
        if (seed % 2 == 0) network.after(new GraphFuseActivation());
        return network.after(new GraphQuantize(seed % 3 == 0 ? 8 : 16, seed, 1, List.of(), -1));
    }

    /// The same as layers for an accelerator.
    static NetworkRun tile(long seed, Accelerator accelerator) {
        var network = graph(seed).after(new ConvertGraphToTile());
        network.module().setAttribute(Accelerator.ATTRIBUTE, accelerator.toAttribute());
        return network;
    }
}
