package pim.tool.zoo;

/// Networks that are one chain of convolutions, poolings and fully connected layers.
final class PlainNetworks {
    private static final Window HALVING = Window.of(2).stride(2);

    private PlainNetworks() {}

    /// LeNet-5 (LeCun et al. 1998) with rectifiers and maximum pooling.
    static Feature lenet(Feature x) {
        return x.convBias("conv1", 6, Window.of(5).same()).relu().maxPool(HALVING)
            .convBias("conv2", 16, Window.of(5)).relu().maxPool(HALVING)
            .flatten().gemm("fc1", 120).relu().gemm("fc2", 84).relu().gemm("fc3", 10);
    }

    /// The VGG of eight weight layers for 32 x 32 images that the crossbar literature measures (DNN+NeuroSim, Peng et al. 2019).
    static Feature vgg8(Feature x) {
        x = stage(x, 1, 2, 128);
        x = stage(x, 2, 2, 256);
        x = stage(x, 3, 2, 512);
        return x.flatten().gemm("fc1", 1024).relu().gemm("fc2", 10);
    }

    /// VGG-16 (Simonyan and Zisserman 2015, configuration D).
    static Feature vgg16(Feature x) {
        x = stage(x, 1, 2, 64);
        x = stage(x, 2, 2, 128);
        x = stage(x, 3, 3, 256);
        x = stage(x, 4, 3, 512);
        x = stage(x, 5, 3, 512);
        return x.flatten().gemm("fc1", 4096).relu().dropout().gemm("fc2", 4096).relu().dropout().gemm("fc3", 1000);
    }

    private static Feature stage(Feature x, int stage, int layers, int channels) {
        for (int i = 1; i <= layers; i++) x = x.convBias("conv" + stage + "_" + i, channels, Window.of(3).same()).relu();
        return x.maxPool(HALVING);
    }
}
