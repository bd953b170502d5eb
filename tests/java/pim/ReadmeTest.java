package pim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pim.tool.lit.Suite;

/// Every command that the README shows runs, in the order it is shown.
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    @Test void commandsRun() throws IOException, InterruptedException {
        var commands = commands().filter(c -> !c.startsWith("mvn ")).toList();
        assertTrue(commands.size() > 5, () -> "few commands: " + commands);
        var folder = Files.createDirectories(Path.of("target", "readme")).toAbsolutePath();
        Files.writeString(folder.resolve("lit.cfg.py"), "config.name = 'README'\n");
        var work = Files.createDirectories(folder.resolve("work"));
        var lines = new StringBuilder();
        // Run where a user's own files would lie, by the tools of this JVM.
        for (var command : commands) lines.append("// RUN: cd ").append(work).append(" && ").append(command.replace("tools/", "").replace("%",
            "%%")).append('\n');
        Files.writeString(folder.resolve("readme.test"), lines);
        Files.copy(Path.of("tests/lit/lit.local.cfg"), work.resolve("lit.local.cfg"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of("tests/lit/lit.cfg.py"), work.resolve("lit.cfg.py"), StandardCopyOption.REPLACE_EXISTING);
        var tests = Suite.of(folder, folder.resolve("output"), List.of()).tests(folder.resolve("readme.test"));
        assertEquals(1, tests.size());
        var result = tests.getFirst().run(Duration.ofMinutes(5));
        assertFalse(result.code().isFailure(), result::output);
    }

    @Test void theTestCommandIsTheOneThatCiRuns() throws IOException {
        assertEquals(1, commands().filter(c -> c.startsWith("mvn ")).count());
        assertTrue(Files.readString(Path.of(".ci/run")).contains("grep -m1 '^mvn ' README.md"), "CI takes the command from the README");
    }

    private static Stream<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md"))).results().flatMap(m -> m.group(1).strip().lines());
    }
}
