package pim.tool.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        List.of("UNRESOLVED", "UNSUPPORTED: *\nRUN: true"),
        List.of("UNRESOLVED", "REQUIRES: *\nRUN: true"),
        List.of("UNRESOLVED", "REQUIRES: a &&\nRUN: true"),
        List.of("UNRESOLVED", "REQUIRES: a b\nRUN: true"),
        List.of("FAIL", "ALLOW_RETRIES: 2\nRUN: false"),
        List.of("UNRESOLVED", "ALLOW_RETRIES: 1\nALLOW_RETRIES: 1\nRUN: true"),
        // Commands of the shell itself
        List.of("PASS", "RUN: mkdir -p %t.d/a/b && mkdir %t.d/c && touch %t.d/c/f && ls %t.d/c | grep f\nRUN: rm -r %t.d\nRUN: not ls %t.d"),
        List.of("FAIL", "RUN: rm %t.none"),
        List.of("PASS", "RUN: rm -f %t.none"),
        List.of("PASS", "RUN: mkdir -p %t.d && not rm %t.d && rm -rf %t.d"),
        List.of("FAIL", "RUN: mkdir"),
        List.of("FAIL", "RUN: mkdir -m 7 x"),
        List.of("FAIL", "RUN: rm -x y"),
        List.of("FAIL", "RUN: echo a | mkdir x"),
        List.of("PASS", "RUN: echo a > %t && echo b > %t.b && cat %t %t.b | tr -d '\\n' | grep '^ab$'"),
        List.of("FAIL", "RUN: cat %t.none"),
        List.of("PASS", "RUN: not cat %t.none"),
        List.of("PASS", "RUN: not cat %t.none 2>&1 | grep 'No such file or directory'"),
        List.of("PASS", "RUN: echo a > %t && cp %t %t.b && diff %t %t.b && diff -u %t %t.b"),
        List.of("FAIL", "RUN: echo a > %t && echo b > %t.b && diff %t %t.b"),
        List.of("PASS", "RUN: echo a > %t && echo b > %t.b && not diff -u %t %t.b | grep '^-a$'"),
        List.of("PASS", "RUN: printf 'a  b\\n' > %t && printf 'a b\\n' > %t.b && diff -b %t %t.b && not diff %t %t.b && diff -w %t %t.b"),
        List.of("PASS", "RUN: echo -n a > %t && echo b >> %t && grep '^ab$' %t"),
        List.of("PASS", "RUN: echo -e 'a\\tb' > %t && grep 'a\tb' %t"),
        List.of("PASS", "RUN: echo -x a > %t && grep -e '-x a' %t"),
        List.of("PASS", "RUN: pushd / && ls usr && popd && ls %s"),
        List.of("FAIL", "RUN: popd"),
        List.of("PASS", "RUN: export A=b && sh -c 'test $A = b'\nRUN: env A=c sh -c 'test $A = c'\nRUN: sh -c 'test $A = b'"),
        List.of("FAIL", "RUN: export A=b C=d"),
        List.of("PASS", "RUN: export A=b && env -u A sh -c 'test -z \"$A\"'"),
        List.of("PASS", "RUN: not env A=b sh -c 'test $A = c'"),
        List.of("PASS", "RUN: env A=b not sh -c 'test $A = c'"),
        List.of("FAIL", "RUN: env A=b cd /"),
        List.of("PASS", "RUN: env A=b"),
        List.of("FAIL", "RUN: env A=b echo a"),
        List.of("PASS", "RUN: env A=b echo a | grep a"),
        List.of("FAIL", "RUN: not --crash echo a"),
        List.of("FAIL", "RUN: echo a 2>&1"),
        List.of("FAIL", "RUN: echo a < %s"),
        List.of("FAIL", "RUN: echo a 3> %t"),
        List.of("UNRESOLVED", "RUN: cat << end"),
        List.of("PASS", "RUN: true || cat 2< %s"),
        List.of("PASS", "RUN: env -i /bin/sh -c 'test -z \"$HOME\"'"),
        List.of("PASS", "RUN: umask 027 && rm -f %t && touch %t && ls -l %t | grep '^-rw-r-----'"),
        List.of("FAIL", "RUN: umask 9"),
        List.of("PASS", "RUN: ulimit -n 50 && sh -c 'test $(ulimit -n) = 50'"),
        List.of("FAIL", "RUN: ulimit -q 50"),
        List.of("PASS", "RUN: : anything at all"),
        List.of("FAIL", "RUN: not : anything"),
        // Negations
        List.of("PASS", "RUN: not sh -c 'exit 255'"),
        List.of("FAIL", "RUN: ! true"),
        List.of("PASS", "RUN: ! sh -c 'kill -6 $$'"),
        List.of("PASS", "RUN: true | ! false"),
        List.of("FAIL", "RUN: ! true | cat"),
        List.of("PASS", "RUN: ! ! true"),
        List.of("FAIL", "RUN: not not false"),
        List.of("FAIL", "RUN: not"),
        // Words
        List.of("PASS", "RUN: echo $(x) `y` (z) | grep '^$(x) `y` (z)$'"),
        List.of("FAIL", "RUN: (true)"),
        List.of("UNRESOLVED", "RUN: true ;"),
        List.of("UNRESOLVED", "RUN: true &&"),
        List.of("UNRESOLVED", "RUN: ; true"),
        List.of("UNRESOLVED", "RUN: true & true"),
        List.of("PASS", "RUN: echo \"a\\$b\" | grep '^a$b$'"),
        List.of("PASS", "RUN: rm -rf %t.d && mkdir %t.d && touch %t.d/a1 %t.d/a2 && ls %t.d/a? %t.d/*2 | wc -l | grep 3"),
        List.of("PASS", "RUN: rm -rf %t.d && mkdir -p %t.d/x && touch %t.d/x/f && ls %t.d/*/f | grep f"),
        // Substitutions
        List.of("PASS", "RUN: echo %if true %{yes%} %else %{no%} | grep '^yes$'"),
        List.of("PASS", "RUN: echo %if none %{yes%} %else %{no%} | grep '^no$'"),
        List.of("PASS", "RUN: echo a%if none %{yes%}b | grep '^ab$'"),
        List.of("PASS", "RUN: echo %if true && !none %{a%if none %{b%} %else %{c%}d%} | grep '^acd$'"),
        List.of("PASS", "RUN: %if none %{ false %}"),
        List.of("UNRESOLVED", "RUN: %if true %{ false"),
        List.of("UNRESOLVED", "RUN: %if true true"),
        List.of("UNRESOLVED", "RUN: %if true %{ true %} %else true"),
        List.of("UNRESOLVED", "RUN: %if a b %{ true %}"),
        List.of("PASS", "RUN: echo x%{t:stem}y%basename_t%{s:basename} | grep 'xcase-.*testycase-.*testcase-.*test'"),
        List.of("PASS", "RUN: ls %/s %{s:real} /%:s && echo %{pathsep}%{fs-sep}%{fs-src-root} | grep '^://$'"),
        List.of("PASS", "RUN: echo a > %t\nRUN: echo %{readfile:%t} | grep '^a *$'"),
        List.of("FAIL", "RUN: echo %{readfile:%t.none}"),
        List.of("UNRESOLVED", "DEFINE: %{a} = b\nDEFINE: %{a} = c\nRUN: true"),
        List.of("UNRESOLVED", "REDEFINE: %{a} = b\nRUN: true"),
        List.of("UNRESOLVED", "DEFINE: %{a} = b \\\nRUN: true"),
        List.of("UNRESOLVED", "RUN: false\nRUN: echo '"),
        List.of("UNRESOLVED", "RUN: ls %T"),
        List.of("PASS", "DEFINE: %{a} = b \\\nDEFINE:   c\nRUN: echo %{a} | grep '^b c$'"),
        List.of("FLAKYPASS", "XFAIL: *\nALLOW_RETRIES: 1\nRUN: ls %t.mark || sh -c 'touch %t.mark; false'"),
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
        return String.format("case-%03d.test", index);
    }

    @Test
    void results() throws IOException, InterruptedException {
        var differences = new ArrayList<String>();
        for (var test : Suite.of(folder, folder.resolve("out"), List.of()).tests(folder)) {
            var result = test.run(Duration.ofMinutes(1));
            var expected = CASES.get(Integer.parseInt(test.path().toString().replaceAll("\\D", "")));
            if (!expected.getFirst().equals(result.code().toString())) differences.add(expected + ", but is\n" + result.block(test));
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void resultsAreLlvms() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(LIT), "LLVM's lit is not installed");
        var process = new ProcessBuilder(LIT.toString(), "-j2", folder.toString()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        var theirs = new TreeMap<String, String>();
        Pattern.compile("(?m)^(\\w+): Small :: (\\S+)").matcher(output).results().forEach(match -> theirs.put(match.group(2), match.group(1)));
        var differences = new ArrayList<String>();
        for (int i = 0; i < CASES.size(); i++) {
            var verdict = theirs.get(name(i));
            if (!CASES.get(i).getFirst().equals(verdict)) differences.add(CASES.get(i) + ", but LLVM's says " + verdict);
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void aMissingInputIsAFailure() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("input.test"), "RUN: cat < %t.none\n");
        var result = Suite.of(folder, folder.resolve("out"), List.of()).tests(folder.resolve("input.test")).getFirst().run(Duration.ofMinutes(1));
        assertEquals(Result.Code.FAIL, result.code());
        assertEquals(true, result.output().contains("cannot open"), result.output());
    }

    /// A command whose output nobody reads any more is ended; LLVM's lit waits for it for ever.
    @Test
    void pipelinesRunAtTheSameTime() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("pipe.test"), "RUN: ! yes | head -1 | grep y\n");
        var result = Suite.of(folder, folder.resolve("out"), List.of()).tests(folder.resolve("pipe.test")).getFirst().run(Duration.ofSeconds(20));
        assertEquals(Result.Code.PASS, result.code(), result::output);
    }

    @Test
    void aTestThatTakesTooLongIsEnded() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("slow.test"), "RUN: sleep 60\n");
        var test = Suite.of(folder, folder.resolve("out"), List.of()).tests(folder.resolve("slow.test")).getFirst();
        assertEquals(Result.Code.TIMEOUT, test.run(Duration.ofMillis(200)).code());
    }
}
