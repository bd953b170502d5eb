package pim.dialect.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.BiFunction;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.dialect.func.Func;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.interpret.Interpreters;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.tensor.Tensor;

/// A random network with inputs for it, to be run as it is and after passes. Every error is a failure of the test.
public record NetworkRun(Operation module, Resources resources, Map<String, Tensor> inputs) {
    private static final Registry REGISTRY = Registry.standard();

    static NetworkRun random(long seed) {
        return of(Networks::random, seed);
    }

    public static NetworkRun of(BiFunction<Long, Resources, Operation> networks, long seed) {
        var resources = new Resources();
        var module = networks.apply(seed, resources);
        return new NetworkRun(module, resources, Networks.inputs(seed + 1, module));
    }

    private static Diagnostics strict() {
        return new Diagnostics(d -> {
            throw new AssertionError(d.message());
        });
    }

    public NetworkRun after(Pass... passes) {
        for (var pass : passes) {
            pass.run(module, new PassContext(REGISTRY, strict(), resources));
            assertTrue(Verifier.verify(module, strict()));
        }
        return this;
    }

    /// The outputs by name, of the network at whatever level it is.
    public Map<String, Tensor> outputs() {
        return Interpreters.run(module, inputs, resources, strict());
    }

    /// The outputs as floats, be they quantised or not.
    Map<String, Tensor> realOutputs() {
        var main = Boundary.main(module);
        var types = ((Func.Function) main.op()).type().results();
        var outputs = outputs();
        int i = 0;
        for (var entry : outputs.entrySet()) {
            if (entry.getValue() instanceof Tensor.Ints(var shape, var data)) {
                int fraction = UniformType.of(types.get(i)).fraction();
                var floats = new float[data.length];
                for (int j = 0; j < floats.length; j++) floats[j] = (float) FixedPoint.dequantize(data[j], fraction);
                entry.setValue(new Tensor.Floats(shape, floats));
            }
            i++;
        }
        return outputs;
    }

    long count(Class<? extends Graph> op) {
        var count = new long[1];
        module.walk(o -> {
            if (o.has(op)) count[0]++;
        });
        return count[0];
    }

    /// Decibels by which the power of the outputs `expected` exceeds that of what `got` differs from them; of all outputs together.
    static double signalToNoise(Map<String, Tensor> expected, Map<String, Tensor> got) {
        double signal = 0, noise = 0;
        for (var name : expected.keySet()) {
            float[] a = ((Tensor.Floats) expected.get(name)).data(), b = ((Tensor.Floats) got.get(name)).data();
            for (int i = 0; i < a.length; i++) {
                signal += (double) a[i] * a[i];
                noise += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
            }
        }
        return noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise);
    }

    /// Checks that the outputs are what they were but for rounding: `1e-4` of the greatest one.
    static void assertClose(Map<String, Tensor> expected, Map<String, Tensor> got) {
        assertEquals(expected.keySet(), got.keySet());
        for (var name : expected.keySet()) {
            float[] a = ((Tensor.Floats) expected.get(name)).data(), b = ((Tensor.Floats) got.get(name)).data();
            double greatest = 1e-3, difference = 0;
            for (int i = 0; i < a.length; i++) {
                greatest = Math.max(greatest, Math.abs(a[i]));
                difference = Math.max(difference, Math.abs((double) a[i] - b[i]));
            }
            assertTrue(difference <= 1e-4 * greatest, name + " differs by " + difference + " where the greatest value is " + greatest);
        }
    }
}
