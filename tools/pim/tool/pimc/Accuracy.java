package pim.tool.pimc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.tensor.MalformedFileException;
import pim.tensor.Tensor;

/// How near the outputs of a program come to those of ONNX Runtime.
///
/// @param signal   squares of what ONNX Runtime computes, of all elements of all outputs together
/// @param noise    squares of the differences
/// @param error    differences without their signs
/// @param elements how many there are
/// @param samples  inputs that it was run on
/// @param agreeing those of them for which the largest element of each output is the same one
record Accuracy(double signal, double noise, double error, long elements, int samples, int agreeing) {
    /// What a float can tell apart bounds a ratio without any noise, which has no finite value.
    private static final double LEAST_NOISE = 1e-15;
    private static final MathContext DIGITS = new MathContext(4);

    /// Over all samples.
    ///
    /// @param model which file the network is in, for messages
    /// @throws MalformedFileException when an output has another size
    static Accuracy of(List<Map<String, Tensor>> expected, List<Map<String, Tensor>> outputs, Map<String, UniformType> types, Path model)
        throws MalformedFileException {
        var all = new Accuracy(0, 0, 0, 0, 0, 0);
        for (int i = 0; i < outputs.size(); i++) all = all.plus(of(expected.get(i), outputs.get(i), types, model));
        return all;
    }

    private static Accuracy of(Map<String, Tensor> expected, Map<String, Tensor> outputs, Map<String, UniformType> types, Path model)
        throws MalformedFileException {
        double signal = 0, noise = 0, sum = 0;
        long elements = 0;
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
                sum += Math.abs(error);
            }
            elements += want.length;
            top1 &= largest(want) == largest(got);
        }
        return new Accuracy(signal, noise, sum, elements, 1, top1 ? 1 : 0);
    }

    private Accuracy plus(Accuracy other) {
        return new Accuracy(signal + other.signal, noise + other.noise, error + other.error, elements + other.elements, samples + other.samples,
            agreeing + other.agreeing);
    }

    /// Signal-to-quantisation-noise ratio in dB, of all elements together.
    double sqnr() {
        return 10 * Math.log10(signal / Math.max(noise, signal * LEAST_NOISE));
    }

    /// By how much an element differs on average.
    double meanError() {
        return elements == 0 ? 0 : error / elements;
    }

    /// Puts the figures into a report: the ratio to a hundredth, the error to four digits, null where a network gives no number.
    void report(Map<String, Object> report) {
        report.put("sqnr_db", Math.round(sqnr() * 100) / 100.0);
        report.put("mean_error", Double.isFinite(meanError()) ? new BigDecimal(meanError()).round(DIGITS).doubleValue() : null);
        report.put("top1_equal", agreeing == samples);
        report.put("top1_agreement", (double) agreeing / samples);
    }

    String text() {
        return samples == 1 ? String.format(Locale.ROOT, "SQNR %.1f dB, top-1 %s", sqnr(), agreeing == 1 ? "equal" : "differs")
            : String.format(Locale.ROOT, "SQNR %.1f dB, mean error %.3g, top-1 equal in %d of %d samples", sqnr(), meanError(), agreeing, samples);
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
