package pim.syntax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// LLVM's own tool, where it is installed: what it makes of a text.
record MlirOpt(Path executable) {
    static final List<String> GENERIC = List.of("--allow-unregistered-dialect", "--mlir-print-op-generic");

    private static final String CUT = "// ===== cut =====";

    /// The tool; a test that needs it is skipped where there is none.
    static MlirOpt installed() {
        var found = Stream.of("/usr/lib/llvm-22/bin/mlir-opt").map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "mlir-opt 22 is not installed");
        return new MlirOpt(found.get());
    }

    /// What it writes for each of the texts, all of which it must accept.
    List<String> printAll(List<String> texts, List<String> options) throws IOException, InterruptedException {
        var all = new ArrayList<>(options);
        all.addAll(List.of("--split-input-file=" + CUT, "--output-split-marker=" + CUT));
        var printed = print(String.join("\n" + CUT + "\n", texts), all);
        return printed == null ? List.of() : Stream.of(printed.split("(?m)^" + CUT + "\n")).toList();
    }

    /// What it writes; null when it refuses the text.
    String print(String text, List<String> options) throws IOException, InterruptedException {
        var input = Files.createTempFile("module", ".mlir");
        var output = Files.createTempFile("module", ".out");
        try {
            Files.writeString(input, text, StandardCharsets.UTF_8);
            var command = new ArrayList<>(List.of(executable.toString(), input.toString()));
            command.addAll(options);
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(output.toFile()).start();
            return process.waitFor() == 0 ? Files.readString(output, StandardCharsets.UTF_8) : null;
        } finally {
            Files.delete(input);
            Files.delete(output);
        }
    }
}
