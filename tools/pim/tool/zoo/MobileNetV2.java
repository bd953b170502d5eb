package pim.tool.zoo;

/// MobileNetV2 of width 1.0 (Sandler et al. 2018, table 2).
final class MobileNetV2 {
    /// Expansion factor, output channels, number of blocks, stride of the first block.
    private record Stage(int expansion, int channels, int blocks, int stride) {}

    private static final Stage[] STAGES = {
        new Stage(1, 16, 1, 1), new Stage(6, 24, 2, 2), new Stage(6, 32, 3, 2), new Stage(6, 64, 4, 2),
        new Stage(6, 96, 3, 1), new Stage(6, 160, 3, 2), new Stage(6, 320, 1, 1)};

    private MobileNetV2() {}

    static Feature layers(Feature x) {
        x = x.conv("conv1", 32, Window.of(3).stride(2).same()).batchNorm().relu6();
        int number = 0;
        for (var stage : STAGES) {
            for (int i = 0; i < stage.blocks; i++) x = block(x, "block" + ++number, stage, i == 0 ? stage.stride : 1);
        }
        return x.conv("conv2", 1280, Window.of(1)).batchNorm().relu6().globalAveragePool().flatten().gemm("fc", 1000);
    }

    /// The inverted residual: expand, filter each channel, project without a rectifier; a shortcut where the shape stays.
    private static Feature block(Feature x, String name, Stage stage, int stride) {
        var wide = stage.expansion == 1 ? x : x.conv(name + ".expand", stage.expansion * x.channels(), Window.of(1)).batchNorm().relu6();
        var filtered = wide.depthwise(name + ".depthwise", Window.of(3).stride(stride).same()).batchNorm().relu6();
        var projected = filtered.conv(name + ".project", stage.channels, Window.of(1)).batchNorm();
        return stride == 1 && x.channels() == stage.channels ? projected.add(x) : projected;
    }
}
