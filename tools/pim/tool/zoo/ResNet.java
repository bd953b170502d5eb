package pim.tool.zoo;

/// ResNet of two-layer blocks (He et al. 2016): 18 or 34 weight layers.
final class ResNet {
    private ResNet() {}

    /// @param blocks residual blocks of each stage; a stage has twice the channels of the one before
    static Feature layers(Feature x, int... blocks) {
        x = x.conv("conv1", 64, new Window(7, 2, 3)).batchNorm().relu().maxPool(new Window(3, 2, 1));
        for (int stage = 0; stage < blocks.length; stage++) {
            for (int i = 0; i < blocks[stage]; i++) x = block(x, "stage" + (stage + 1) + "." + i, 64 << stage, stage > 0 && i == 0 ? 2 : 1);
        }
        return x.globalAveragePool().flatten().gemm("fc", 1000);
    }

    private static Feature block(Feature x, String name, int channels, int stride) {
        var residual = x.conv(name + ".conv1", channels, Window.of(3).stride(stride).same()).batchNorm().relu()
            .conv(name + ".conv2", channels, Window.of(3).same()).batchNorm(0.4);
        var shortcut = stride == 1 ? x : x.conv(name + ".downsample", channels, Window.of(1).stride(stride)).batchNorm();
        return residual.add(shortcut).relu();
    }
}
