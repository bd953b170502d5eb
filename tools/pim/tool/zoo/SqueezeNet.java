package pim.tool.zoo;

/// SqueezeNet (Iandola et al. 2016) with the layers that the ONNX model zoo publishes as squeezenet1.0: 64 filters of 3 x 3 first, pooling after fire
/// modules 3 and 5.
final class SqueezeNet {
    private static final Window POOL = Window.of(3).stride(2);

    private SqueezeNet() {}

    static Feature layers(Feature x) {
        x = x.convBias("conv1", 64, Window.of(3).stride(2)).relu().maxPool(POOL);
        x = fire(fire(x, 2, 16), 3, 16).maxPool(POOL);
        x = fire(fire(x, 4, 32), 5, 32).maxPool(POOL);
        x = fire(fire(x, 6, 48), 7, 48);
        x = fire(fire(x, 8, 64), 9, 64);
        return x.dropout().convBias("conv10", 1000, Window.of(1)).relu().globalAveragePool().softmax();
    }

    /// Squeezes to `channels` and expands to four times as many twice: by 1 x 1 and by 3 x 3 filters.
    private static Feature fire(Feature x, int number, int channels) {
        var fire = "fire" + number + "/";
        var squeezed = x.convBias(fire + "squeeze1x1", channels, Window.of(1)).relu();
        var points = squeezed.convBias(fire + "expand1x1", 4 * channels, Window.of(1)).relu();
        var squares = squeezed.convBias(fire + "expand3x3", 4 * channels, Window.of(3).same()).relu();
        return points.concat(squares);
    }
}
