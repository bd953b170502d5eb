package pim.tool.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results of small test files: as expected, and the same as those of LLVM's lit where that is installed.
class LitVerdictTest {
    private static final Path LIT = Path.of("/usr/lib/llvm-22/bin/lit");

    @TempDir
    Path folder;

    /// What a test file says, and its result.
    private static final List<List<String>> CASES = List.of(
        List.of("PASS", "RUN: true"),
        List.of("FAIL", "RUN: false"),
        List.of("FAIL", "RUN: true\nRUN: false\nRUN: true"),
        List.of("UNRESOLVED", "nothing"),
        List.of("UNRESOLVED", "RUN: true \\"),
        List.of("PASS", "RUN: echo a \\\nRUN: | grep a"),
        List.of("PASS", "RUN: true\nEND.\nRUN: false"),
        List.of("PASS", "RUN: false || true"),
        List.of("FAIL", "RUN: true && false"),
        List.of("PASS", "RUN: false ; true"),
        List.of("FAIL", "RUN: false | cat"),
        List.of("PASS", "RUN: not false | cat"),
        List.of("FAIL", "RUN: not true"),
        List.of("PASS", "RUN: not not true"),
        List.of("PASS", "RUN: ! false"),
        List.of("FAIL", "RUN: not no-such-command"),
        List.of("FAIL", "RUN: no-such-command || true"),
        List.of("FAIL", "RUN: not sh -c 'kill -6 $$'"),
        List.of("PASS", "RUN: echo a > %t && grep a < %t"),
        List.of("PASS", "RUN: echo a > %t\nRUN: echo b >> %t\nRUN: grep -c . %t | grep 2"),
        List.of("PASS", "RUN: sh -c 'echo e >&2' 2> %t && grep e %t"),
        List.of("PASS", "RUN: sh -c 'echo e >&2' 2>&1 | grep e"),
        List.of("FAIL", "RUN: sh -c 'echo e >&2' | grep e"),
        List.of("PASS", "RUN: sh -c 'echo o; echo e >&2' &> %t && grep o %t && grep e %t"),
        List.of("PASS", "RUN: sh -c 'echo o; echo e >&2' > %t 2>&1 && grep o %t && grep e %t"),
        List.of("PASS", "RUN: echo 'a  b' \"c'd\" e\\ f | grep \"a  b c'd e f\""),
        List.of("PASS", "RUN: echo \"a\\\"b\" | grep 'a\"b'"),
        List.of("UNRESOLVED", "RUN: echo 'a"),
        List.of("UNRESOLVED", "RUN: echo a |"),
        List.of("PASS", "RUN: cd %S && ls *.test | grep test"),
        List.of("PASS", "RUN: echo 50%% | grep '^50%$'"),
        List.of("PASS", "RUN: echo %(line) %(line+1) %(line-1) | grep '^1 2 0$'"),
        List.of("PASS", "RUN: echo %S/x %s | grep '/x .*test$'"),
        List.of("PASS", "DEFINE: %{a} = b\nDEFINE: %{c} = %{a}c\nRUN: echo %{c} | grep '^bc$'"),
        List.of("PASS", "DEFINE: %{a} = b\nREDEFINE: %{a} = c\nRUN: echo %{a} | grep c"),
        List.of("UNRESOLVED", "DEFINE: a = b\nRUN: true"),
        List.of("UNRESOLVED", "DEFINE: %{a}\nRUN: true"),
        List.of("XFAIL", "XFAIL: *\nRUN: false"),
        List.of("XPASS", "XFAIL: true\nRUN: true"),
        List.of("FAIL", "XFAIL: none\nRUN: false"),
        List.of("UNSUPPORTED", "REQUIRES: none\nRUN: false"),
        List.of("UNSUPPORTED", "REQUIRES: true, none\nRUN: false"),
        List.of("PASS", "REQUIRES: true || none, !none, {{tr.e}}\nRUN: true"),
        List.of("UNSUPPORTED", "UNSUPPORTED: none, true\nRUN: false"),
        List.of("UNRESOLVED", "REQUIRES: a &&\nRUN: true"),
        List.of("UNRESOLVED", "REQUIRES: a b\nRUN: true"),
        List.of("FAIL", "ALLOW_RETRIES: 2\nRUN: false"),
        List.of("FLAKYPASS", "ALLOW_RETRIES: 1\nRUN: ls %t.mark || sh -c 'touch %t.mark; false'"));

    @BeforeEach
    void writeSuite() throws IOException {
        Files.writeString(folder.resolve("lit.cfg.py"), """
            import lit.formats
            config.name = 'Small'
            config.test_format = lit.formats.ShTest(execute_external=False)
            config.suffixes = ['.test']
            """);
        for (int i = 0; i < CASES.size(); i++) Files.writeString(folder.resolve(name(i)), CASES.get(i).get(1) + "\n");
    }

    private static String name(int index) {
        return String.format("case-%02d.test", index);
    }

    @Test
    void results() throws IOException, InterruptedException {
        for (var test : Suite.of(folder, folder.resolve("out"), List.of()).tests(folder)) {
            var result = test.run(Duration.ofMinutes(1));
            var expected = CASES.get(Integer.parseInt(test.path().toString().replaceAll("\\D", "")));
            assertEquals(expected.getFirst(), result.code().toString(), () -> expected + "\n" + result.block(test));
        }
    }

    @Test
    void resultsAreLlvms() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(LIT), "LLVM's lit is not installed");
        var process = new ProcessBuilder(LIT.toString(), "-j2", folder.toString()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        var theirs = new TreeMap<String, String>();
        Pattern.compile("(?m)^(\\w+): Small :: (\\S+)").matcher(output).results().forEach(match -> theirs.put(match.group(2), match.group(1)));
        var expected = new TreeMap<String, String>();
        for (int i = 0; i < CASES.size(); i++) expected.put(name(i), CASES.get(i).getFirst());
        assertEquals(expected.toString().replace(", ", "\n"), theirs.toString().replace(", ", "\n"), output);
    }

    @Test
    void aMissingInputIsAFailure() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("input.test"), "RUN: cat < %t.none\n");
        var result = Suite.of(folder, folder.resolve("out"), List.of()).tests(folder.resolve("input.test")).getFirst().run(Duration.ofMinutes(1));
        assertEquals(Result.Code.FAIL, result.code());
        assertEquals(true, result.output().contains("cannot open"), result.output());
    }

    @Test
    void aTestThatTakesTooLongIsEnded() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("slow.test"), "RUN: sleep 60\n");
        var test = Suite.of(folder, folder.resolve("out"), List.of()).tests(folder.resolve("slow.test")).getFirst();
        assertEquals(Result.Code.TIMEOUT, test.run(Duration.ofMillis(200)).code());
    }
}
