package pim.dialect.irdl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/// MLIR's own tool, where it is installed.
record MlirOpt(Path program) {
    private static final Pattern ERROR = Pattern.compile("(?m)^[^\\n]*?:(\\d+):\\d+: error: ");

    record Outcome(int status, String out, String err) {
        /// The lines at which errors are reported.
        TreeSet<Integer> errorLines() {
            var lines = new TreeSet<Integer>();
            for (var matcher = ERROR.matcher(err); matcher.find(); ) lines.add(Integer.parseInt(matcher.group(1)));
            return lines;
        }
    }

    /// The tool; a test that asks for it is left out where there is none.
    static MlirOpt installed() {
        var program = Path.of("/usr/lib/llvm-22/bin/mlir-opt");
        Assumptions.assumeTrue(Files.isExecutable(program), "mlir-opt 22 is not installed");
        return new MlirOpt(program);
    }

    Outcome run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var out = folder.resolve("mlir-opt.out");
        var err = folder.resolve("mlir-opt.err");
        int status = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Outcome(status, Files.readString(out), Files.readString(err));
    }
}
