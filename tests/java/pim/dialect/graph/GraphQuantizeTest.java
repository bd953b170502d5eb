package pim.dialect.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.quant.UniformType;
import pim.ir.type.RankedTensorType;
import pim.pass.PassContext;
import pim.tensor.Npy;
import pim.tensor.Tensor;

class GraphQuantizeTest {
    /// Always the same networks: a few in ten thousand cancel nearly all of their signal, or were calibrated with samples that differ much from
    /// their input, and have no bound.
    @Property(tries = 150, seed = "1") void sixteenBitsAreCloseToFloats(@ForAll long seed) {
        double decibels = decibels(seed, 16);
        assertTrue(decibels > 45, decibels + " dB");
    }

    @ParameterizedTest @CsvSource({"16, 70", "8, 30"}) void onAverageTheNoiseIsSmall(int bits, double least) {
        double sum = 0;
        int count = 60;
        for (int seed = 0; seed < count; seed++) sum += Math.min(100, decibels(seed, bits));
        double mean = sum / count;
        assertTrue(mean > least, mean + " dB at " + bits + " bits");
    }

    private static double decibels(long seed, int bits) {
        var network = NetworkRun.random(seed);
        var floats = network.outputs();
        // calibrated with other samples than the network is then run on
        network.after(new GraphFoldBatchNorm(), new GraphFuseActivation(), new GraphQuantize(bits, seed, 8, List.of(), -1));
        return NetworkRun.signalToNoise(floats, network.realOutputs());
    }

    @Property(tries = 50) void everyValueIsQuantisedAndOnlyOnce(@ForAll long seed) {
        var network = NetworkRun.random(seed).after(new GraphFoldBatchNorm(), new GraphQuantize());
        network.module().walk(op -> {
            for (var type : op.resultTypes()) assertTrue(((RankedTensorType) type).element() instanceof UniformType, op + " has " + type);
        });
        assertTrue(messages(network, new GraphQuantize()).getFirst().endsWith("is quantised already"));
    }

    @Test void filesAreTheSamples(@TempDir Path folder) throws IOException {
        var network = NetworkRun.random(1);
        var input = (Tensor.Floats) network.inputs().get("x");
        for (int i = 0; i < input.data().length; i++) input.data()[i] = (i % 7 - 3) * 100;
        var file = folder.resolve("x.npy");
        Npy.write(file, input);
        network.after(new GraphFoldBatchNorm(), new GraphQuantize(16, 0, 1, List.of("x:" + file), 0));
        // 300 * 2^6 <= 32767 < 300 * 2^7
        assertEquals(6, UniformType.of(Boundary.main(network.module()).region(0).entry().argument(0).type()).fraction());
    }

    @Test void filesThatAreNoSamplesAreRefused(@TempDir Path folder) throws IOException {
        var network = NetworkRun.random(1).after(new GraphFoldBatchNorm());
        Path wrong = folder.resolve("wrong.npy"), integers = folder.resolve("integers.npy"), damaged = folder.resolve("damaged.pb");
        Npy.write(wrong, new Tensor.Floats(new int[] {2}, new float[2]));
        Npy.write(integers, new Tensor.Ints(new int[] {2}, new int[2]));
        Files.writeString(damaged, "not a tensor");
        assertEquals("expected NAME:FILE with an input of the network (x), but got 'z:" + wrong + "'", refusal(network, "z:" + wrong));
        assertTrue(refusal(network, "x:" + wrong).startsWith("'" + wrong + "' has shape [2], but input 'x' has ["));
        assertEquals("'" + integers + "' holds integers, but input 'x' is of floats", refusal(network, "x:" + integers));
        assertEquals("there is no file 'none.npy'", refusal(network, "x:none.npy"));
        assertEquals("'x.txt' is neither a .npy nor a .pb file", refusal(network, "x:x.txt"));
        assertTrue(refusal(network, "x:" + damaged).contains("this is not an ONNX tensor"));
    }

    @ParameterizedTest
    @CsvSource({"12, 1, -1, 'expected bits to be 8 or 16, but got 12'", "16, 0, -1, 'expected at least one sample, but got 0'",
        "8, 1, 7, 'expected headroom to be -1, or from 0 to 6, but got 7'"})
    void optionsOutOfRangeAreRefused(int bits, int samples, int headroom, String message) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new GraphQuantize(bits, 0, samples, List.of(), headroom));
        assertEquals(message, refusal.getMessage());
    }

    private static String refusal(NetworkRun network, String file) {
        return messages(network, new GraphQuantize(16, 0, 1, List.of(file), -1)).getFirst();
    }

    private static List<String> messages(NetworkRun network, GraphQuantize pass) {
        var messages = new ArrayList<String>();
        var context = new PassContext(Registry.standard(), new Diagnostics(d -> messages.add(d.message())), network.resources());
        assertThrows(CompileFailure.class, () -> pass.run(network.module(), context));
        assertEquals(1, messages.size());
        return messages;
    }
}
