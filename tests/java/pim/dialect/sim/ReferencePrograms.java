package pim.dialect.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.isa.format.PimsimReader;
import pim.dialect.isa.format.ProgramFile;
import pim.dialect.sim.timing.Timing;
import pim.dialect.sim.timing.TimingModel;

/// The small random programs of the reference, each with its accelerator.
final class ReferencePrograms {
    private static final Path CASES = Path.of("tests/resources/pimsim");

    private ReferencePrograms() {}

    static List<Path> folders() {
        try (var cases = Files.list(CASES)) {
            return cases.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Accelerator accelerator(Path folder) {
        return Accelerator.load("config.json", folder, new Diagnostics(_ -> {}));
    }

    /// The program of `folder`, to be simulated on an accelerator.
    static Timing timing(Path folder, Accelerator accelerator, TimingModel model) {
        try {
            var timing = new Timing(accelerator, model, new Diagnostics(_ -> {}));
            PimsimReader.read(ProgramFile.of(folder.resolve("program.json.gz")), timing);
            return timing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
