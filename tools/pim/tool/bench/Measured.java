package pim.tool.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A whole process: its wall-clock seconds, its largest resident set in MB, and what it ended with.
record Measured(double seconds, double megabytes, int status) {
    /// Runs the command with its output going to `output`, an error message of it to `output` too.
    static Measured run(List<String> command, File output) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
        double peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) peak = Math.max(peak, resident(process.toHandle()));
        return new Measured((System.nanoTime() - start) / 1e9, peak, process.exitValue());
    }

    /// The peak of the process and of those it started, as the kernel counts it.
    private static double resident(ProcessHandle process) {
        double own = 0;
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith("VmHWM:")) own = Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        } catch (IOException ended) {
            return 0;
        }
        return own + process.children().mapToDouble(Measured::resident).sum();
    }
}
