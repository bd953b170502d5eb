package pim.tool.zoo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import pim.onnx.ModelProto;

/// Standard networks with seeded random weights: the layers of the published ones, nothing trained.
///
/// Every network has one input `input` of one image. The same name and seed give the same bytes.
public final class Zoo {
    /// A network on images of `side` x `side` pixels.
    private record Entry(int channels, int side, UnaryOperator<Feature> layers) {}

    private static final SequencedMap<String, Entry> NETWORKS = new LinkedHashMap<>();

    static {
        NETWORKS.put("lenet", new Entry(1, 28, PlainNetworks::lenet));
        NETWORKS.put("vgg8", new Entry(3, 32, PlainNetworks::vgg8));
        NETWORKS.put("vgg16", new Entry(3, 224, PlainNetworks::vgg16));
        NETWORKS.put("squeezenet1.0", new Entry(3, 224, SqueezeNet::layers));
        NETWORKS.put("resnet18", new Entry(3, 224, x -> ResNet.layers(x, 2, 2, 2, 2)));
        NETWORKS.put("resnet34", new Entry(3, 224, x -> ResNet.layers(x, 3, 4, 6, 3)));
        NETWORKS.put("mobilenetv2", new Entry(3, 224, MobileNetV2::layers));
    }

    private Zoo() {}

    /// The networks there are.
    public static SequencedSet<String> names() {
        return Collections.unmodifiableSequencedSet(NETWORKS.sequencedKeySet());
    }

    /// The model of a network, opset 13.
    ///
    /// @throws IllegalArgumentException if there is no network of that name
    public static ModelProto build(String name, long seed) {
        var entry = NETWORKS.get(name);
        if (entry == null) throw new IllegalArgumentException("there is no network '" + name + "'; there are " + String.join(", ", names()));
        var network = new NetworkBuilder(name, seed);
        return network.model(entry.layers.apply(network.input(entry.channels, entry.side)));
    }
}
