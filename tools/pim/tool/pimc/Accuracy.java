package pim.tool.pimc;

import java.nio.file.Path;
import java.util.Map;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

/// How near the outputs of a program come to those of ONNX Runtime.
///
/// @param sqnr signal-to-quantisation-noise ratio in dB, of all outputs together
/// @param top1 whether the largest element of each output is the same one
record Accuracy(double sqnr, boolean top1) {
    /// What a float can tell apart bounds a ratio without any noise, which has no finite value.
    private static final double LEAST_NOISE = 1e-15;

    /// @param model which file the network is in, for messages
    /// @throws MalformedFileException when an output has another size
    static Accuracy of(Map<String, Tensor> expected, Map<String, Tensor> outputs, Map<String, UniformType> types, Path model)
        throws MalformedFileException {
        double signal = 0, noise = 0;
        boolean top1 = true;
        for (var name : outputs.keySet()) {
            var want = ((Tensor.Floats) expected.get(name)).data();
            var got = dequantize((Tensor.Ints) outputs.get(name), types.get(name).fraction());
            if (want.length != got.length) throw new MalformedFileException(model, "output '" + name + "' has " + want.length
                + " elements in ONNX Runtime but " + got.length + " here");
            for (int i = 0; i < want.length; i++) {
                double error = want[i] - got[i];
                signal += (double) want[i] * want[i];
                noise += error * error;
            }
            top1 &= largest(want) == largest(got);
        }
        return new Accuracy(10 * Math.log10(signal / Math.max(noise, signal * LEAST_NOISE)), top1);
    }

    /// The ratio to a hundredth.
    double roundedSqnr() {
        return Math.round(sqnr * 100) / 100.0;
    }

    private static float[] dequantize(Tensor.Ints tensor, int fraction) {
        var values = new float[tensor.data().length];
        for (int i = 0; i < values.length; i++) values[i] = (float) FixedPoint.dequantize(tensor.data()[i], fraction);
        return values;
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
        return best;
    }
}
