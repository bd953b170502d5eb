package pim.dialect.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pim.dialect.arch.AcceleratorFixture.strict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;

class NoiseTextTest {
    @TempDir private Path directory;

    static List<String> models() {
        return Noise.models();
    }

    private Noise read(String text) {
        return NoiseText.read(text, "--noise", directory, strict());
    }

    private String failure(String text) {
        var messages = new ArrayList<Diagnostic>();
        assertThrows(CompileFailure.class, () -> NoiseText.read(text, "--noise", directory, new Diagnostics(messages::add)));
        return messages.getFirst().headline();
    }

    @ParameterizedTest @MethodSource("models")
    void everyModelSaysWhereItIsFromAndIsOn(String name) {
        assertTrue(read(name).active());
        assertFalse(read(name).source().isEmpty());
    }

    @Test void valuesByTheirKeys() {
        assertEquals(new Noise(0.05, List.of(), 0.0005, 0.0005, 0.01, 1e-5, 8, 0.5, 7, ""),
            read("variation=0.05,stuck=0.001,read-noise=0.01,ir-drop=1e-5,adc=8,adc-range=0.5,seed=7"));
        assertEquals(new Noise(0, List.of(), 0.25, 0.5, 0, 0, 0, 1, 0, ""), read("stuck-low=0.25,stuck_high=0.5"));
        assertFalse(read("variation=0").active());
    }

    @Test void valuesReplaceThoseOfAModelOrFile() throws IOException {
        assertEquals(0.001, read("mnsim,variation=0.5").stuckLow());
        assertEquals(0.5, read("mnsim,variation=0.5").variation());
        Files.writeString(directory.resolve("n.json"), "{\"programming\": [0.25, 1], \"adc\": 6}");
        assertEquals(new Noise(0, List.of(0.25, 1.0), 0, 0, 0, 0, 7, 1, 0, ""), read("n.json,adc=7"));
    }

    @Test void messages() throws IOException {
        assertEquals("--noise:1:7: error: unknown key 'varation'; did you mean 'variation'?", failure("adc=8,varation=1"));
        assertEquals("--noise:1:5: error: 'adc' expects an integer from 0 to 32 (bits), got 8.5", failure("adc=8.5"));
        assertEquals("--noise:1:11: error: 'variation' expects a number from 0 to 10 (relative), got \"much\"", failure("variation=much"));
        assertEquals("--noise:1:7: error: 'stuck' expects a number from 0 to 1, got -1", failure("stuck=-1"));
        assertEquals("--noise:1:11: error: 'stuck_low' is given twice", failure("stuck=0.1,stuck-low=0.1"));
        assertEquals("--noise:1:7: error: expected KEY=VALUE, got 'mnsim'", failure("adc=8,mnsim"));
        assertTrue(failure("mnsin").startsWith("--noise:1:1: error: neither KEY=VALUE nor a model of noise (mnsim, pcm-like, "));
        assertTrue(failure("mnsin").endsWith("nor a file: 'mnsin'; did you mean 'mnsim'?"));
        assertTrue(failure("").contains("neither KEY=VALUE"));
        Files.writeString(directory.resolve("n.json"), "[1]");
        assertEquals("n.json:1:1: error: expected an object with the noise, got a list", failure("n.json"));
        Files.writeString(directory.resolve("n.json"), "{\"adc\": 40}");
        assertEquals("n.json:1:9: error: 'adc' expects an integer from 0 to 32 (bits), got 40", failure("n.json"));
    }
}
