package pim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Fuzzing for as long as it is told, in a JVM with a gigabyte: with texts from the [Mutator] when the property `fuzz.seconds` is set, and with bytes
/// that Jazzer chooses when `fuzz.coverage` is. Both are seconds; `fuzz.target` names one of the targets. Findings are left in `target/fuzz`.
class LongFuzzTest {
    private static final Path FOLDER = Path.of("target/fuzz");

    static List<FuzzTarget> targets() {
        var chosen = System.getProperty("fuzz.target");
        return Arrays.stream(FuzzTarget.values()).filter(t -> chosen == null || t.label().equals(chosen)).toList();
    }

    @Test @EnabledIfSystemProperty(named = "fuzz.seconds", matches = "\\d+") void madeTexts() throws Exception {
        var arguments = new ArrayList<>(List.of("pim.fuzz.Fuzzing", "--seconds", System.getProperty("fuzz.seconds")));
        for (var target : targets()) arguments.addAll(List.of("--target", target.label()));
        run(arguments);
    }

    @ParameterizedTest @MethodSource("targets") @EnabledIfSystemProperty(named = "fuzz.coverage", matches = "\\d+")
    void coverage(FuzzTarget target) throws Exception {
        coverage(target, "-max_total_time=" + Long.parseLong(System.getProperty("fuzz.coverage")) / targets().size());
    }

    private static void coverage(FuzzTarget target, String limit) throws Exception {
        var corpus = Files.createDirectories(FOLDER.resolve("corpus").resolve(target.label()));
        int number = 0;
        for (var seed : Seeds.of(target)) Files.write(corpus.resolve("seed-" + number++), seed.getBytes(StandardCharsets.UTF_8));
        run(List.of("-Dpim.fuzz.target=" + target, "com.code_intelligence.jazzer.Jazzer", "--target_class=" + Coverage.class.getName(),
            "--instrumentation_includes=pim.**", "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
            "--reproducer_path=" + FOLDER,
            "-artifact_prefix=" + FOLDER + "/" + target.label() + "-",
            // Of the clock's time, which other processes and the instrumented start take a part of.
            "-timeout=25", "-rss_limit_mb=4096", "-max_len=4000", limit, corpus.toString()));
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var log = FOLDER.resolve("log").toFile();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx1g", "-Xss8m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
        assertEquals(0, process.waitFor(), () -> "something was found; see " + log);
    }
}
