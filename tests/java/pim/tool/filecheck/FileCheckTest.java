package pim.tool.filecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// FileCheck's verdicts: as expected, and the same as LLVM's where that is installed.
class FileCheckTest {
    @TempDir
    Path folder;

    /// A hand-written case.
    ///
    /// @param options separated by spaces
    record Case(int status, String options, String check, String input) {
        List<String> optionList() {
            return options.isEmpty() ? List.of() : List.of(options.split(" "));
        }
    }

    static List<Case> cases() {
        return List.of(
            new Case(0, "", "CHECK: a\nCHECK: b\n", "a\nx\nb\n"),
            new Case(1, "", "CHECK: b\nCHECK: a\n", "a\nx\nb\n"),
            new Case(2, "", "nothing here\n", "a\n"),
            new Case(2, "", "CHECK:\n", "a\n"),
            new Case(2, "", "CHECK: a\n", ""),
            new Case(1, "--allow-empty", "CHECK: a\n", ""),
            new Case(0, "--allow-empty", "CHECK-NOT: a\n", ""),
            // -NEXT, -SAME, -EMPTY
            new Case(0, "", "CHECK: a\nCHECK-NEXT: b\nCHECK-SAME: c\n", "a\nb c\n"),
            new Case(1, "", "CHECK: a\nCHECK-NEXT: b\n", "a b\n"),
            new Case(1, "", "CHECK: a\nCHECK-NEXT: b\n", "a\n\nb\n"),
            new Case(1, "", "CHECK: a\nCHECK-SAME: b\n", "a\nb\n"),
            new Case(0, "", "CHECK: a\nCHECK-SAME: {{^}}b\n", "ab\n"),
            new Case(0, "", "CHECK: a\nCHECK-EMPTY:\nCHECK-NEXT: b\n", "a\n\nb\n"),
            new Case(1, "", "CHECK: a\nCHECK-EMPTY:\n", "a\nb\n\n"),
            new Case(2, "", "CHECK: a\nCHECK-EMPTY: b\n", "a\n\n"),
            new Case(2, "", "CHECK-NEXT: a\n", "a\n"),
            // -NOT
            new Case(1, "", "CHECK: a\nCHECK-NOT: x\nCHECK: b\n", "a\nx\nb\n"),
            new Case(0, "", "CHECK: a\nCHECK-NOT: x\nCHECK: b\n", "x\na\nb\nx\n"),
            new Case(1, "", "CHECK: a\nCHECK-NOT: x\n", "a\nx\n"),
            new Case(1, "--implicit-check-not=warn", "CHECK: a\nCHECK: b\n", "a\nwarning\nb\n"),
            new Case(0, "--implicit-check-not=warn", "CHECK: a\nCHECK: warn\n", "a\nwarning\nb\n"),
            new Case(2, "", "CHECK-DAG-NOT: a\n", "a\n"),
            // -DAG
            new Case(0, "", "CHECK-DAG: a\nCHECK-DAG: b\nCHECK: c\n", "b\na\nc\n"),
            new Case(1, "", "CHECK-DAG: a\nCHECK-DAG: a\n", "a\n"),
            new Case(0, "--allow-deprecated-dag-overlap", "CHECK-DAG: a\nCHECK-DAG: a\n", "a\n"),
            new Case(1, "", "CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b\n", "b\na\n"),
            new Case(1, "", "CHECK-DAG: a\nCHECK-NOT: x\nCHECK-DAG: b\n", "a\nx\nb\n"),
            new Case(0, "", "CHECK-DAG: [[V:r[0-9]]] = 1\nCHECK-DAG: use [[V]]\n", "use r7\nr7 = 1\nuse r7\n"),
            // -LABEL, -COUNT
            new Case(1, "", "CHECK-LABEL: f\nCHECK: b\nCHECK-LABEL: g\n", "f\na\ng\nb\n"),
            new Case(0, "", "CHECK-LABEL: f\nCHECK: b\nCHECK-LABEL: g\n", "f\nb\ng\n"),
            new Case(2, "", "CHECK-LABEL: [[X:f]]\n", "f\n"),
            new Case(0, "", "CHECK-COUNT-3: a\nCHECK-NOT: a\n", "a\na a\nb\n"),
            new Case(1, "", "CHECK-COUNT-3: a\n", "a\na\n"),
            new Case(2, "", "CHECK-COUNT-0: a\n", "a\n"),
            new Case(2, "", "CHECK-COUNT-x: a\n", "a\n"),
            // Regular expressions: POSIX takes the longest match.
            new Case(1, "", "CHECK: {{foo|foobar}}\nCHECK-SAME: bar\n", "foobar\n"),
            new Case(0, "", "CHECK: {{^foo$}}\n", "x\nfoo\n"),
            new Case(1, "", "CHECK: a{{.}}b\n", "a\nb\n"),
            new Case(0, "", "CHECK: {{[[:alpha:]]+[^[:space:]]}}\n", "ab1\n"),
            new Case(0, "", "CHECK: {{[]a-]+}}!\n", "]-a!\n"),
            new Case(2, "", "CHECK: {{a**}}\n", "a\n"),
            new Case(2, "", "CHECK: {{a|}}\n", "a\n"),
            new Case(2, "", "CHECK: {{(a}}\n", "a\n"),
            new Case(2, "", "CHECK: {{a\n", "a\n"),
            new Case(2, "", "CHECK: {{[z-a]}}\n", "a\n"),
            new Case(2, "", "CHECK: {{a{300}}}\n", "a\n"),
            new Case(0, "", "CHECK{LITERAL}: {{a}} [[b]]\n", "{{a}} [[b]]\n"),
            new Case(0, "", "CHECK: [[[X:a]]]\n", "[a]\n"),
            // Variables
            new Case(0, "", "CHECK: [[X:[a-z]+]] = [[X]]\nCHECK: use [[X]]\n", "ab = ab\nuse ab\n"),
            new Case(1, "", "CHECK: [[X:[a-z]+]]\nCHECK: use [[X]]\n", "ab\nuse cd\n"),
            new Case(1, "", "CHECK: use [[X]]\n", "use cd\n"),
            new Case(0, "-DX=a.b", "CHECK: [[X]]\n", "a.b\n"),
            new Case(1, "-DX=a.b", "CHECK: [[X]]\n", "axb\n"),
            new Case(2, "-DX", "CHECK: a\n", "a\n"),
            new Case(1, "--enable-var-scope", "CHECK: [[X:a]]\nCHECK-LABEL: f\nCHECK: [[X]]\n", "a\nf\na\n"),
            new Case(0, "--enable-var-scope", "CHECK: [[$X:a]]\nCHECK-LABEL: f\nCHECK: [[$X]]\n", "a\nf\na\n"),
            new Case(0, "", "CHECK: n [[#N:]]\nCHECK: m [[#N+1]] [[#mul(N,2)]]\n", "n 9\nm 10 18\n"),
            new Case(1, "", "CHECK: n [[#N:]]\nCHECK: m [[#N+1]]\n", "n 9\nm 11\n"),
            new Case(0, "", "CHECK: [[#%x,A:]] [[#%X,B:]]\nCHECK: [[#A+1]] [[#B]]\n", "ff FF\n100 FF\n"),
            new Case(0, "", "CHECK: [[#%#x,A:]]\nCHECK: [[#%d,A-300]]\n", "0xff\n-45\n"),
            new Case(0, "", "CHECK: [[#%.3u,A:]]\n", "007\n"),
            new Case(0, "", "CHECK: line [[#@LINE+1]] [[@LINE-1]]\n", "line 2 0\n"),
            new Case(0, "-D#N=7", "CHECK: [[#N-8+2]]\n", "1\n"),
            new Case(2, "", "CHECK: [[#%x,A:]] [[#%d,A:]]\n", "1\n"),
            new Case(2, "", "CHECK: [[#N:]] [[#N]]\n", "1 1\n"),
            new Case(1, "", "CHECK: [[#1-2]]\n", "-1\n"),
            new Case(1, "", "CHECK: [[#div(1,0)]]\n", "1\n"),
            // Prefixes
            new Case(0, "--check-prefix=A --check-prefix B", "A: a\nB: b\n", "a\nb\n"),
            new Case(0, "-check-prefixes=A,B", "A: a\nB: b\n", "a\nb\n"),
            new Case(2, "-check-prefixes=A,B", "A: a\n", "a\n"),
            new Case(0, "-check-prefixes=A,B --allow-unused-prefixes", "A: a\n", "a\n"),
            new Case(2, "--check-prefix=A+", "A+: a\n", "a\n"),
            new Case(2, "--check-prefixes=A,A", "A: a\n", "a\n"),
            new Case(0, "", "COM: CHECK: x\nCHECK: a\nRUN: CHECK: y\n", "a\n"),
            new Case(1, "--comment-prefixes=NOTE", "NOTE: CHECK: x\nCOM: CHECK: y\nCHECK: a\n", "a\n"),
            new Case(0, "", "XCHECK: x\nCHECK-FOO: y\nCHECK: a\n", "a\n"),
            new Case(2, "", "CHECK: a\nCHECK_NEXT: b\n", "a\nb\n"),
            // The last line of a check file may lack its newline: what is empty behind the colon is then the colon.
            new Case(0, "", "CHECK:", "a: b\n"),
            new Case(1, "", "CHECK:", "a\n"),
            new Case(2, "", "CHECK: ", "a: b\n"),
            new Case(1, "", "CHECK: a\nCHECK-NOT:", "a\nb-NOT:\n"),
            new Case(2, "", "CHECK: a\nCHECK-EMPTY:", "a\n\n"),
            new Case(1, "", "CHECK{LITERAL}:", "a\n"),
            new Case(2, "", "CHECK-COUNT-", "a\n"),
            new Case(2, "", "CHECK-COUNT-3", "a\n"),
            new Case(0, "", "CHECK: a{{$}}", "a"),
            new Case(1, "", "CHECK: a\nCHECK-NEXT: b", "a"),
            // Blanks and lines
            new Case(0, "", "CHECK: a b\n", "a \t b\n"),
            new Case(1, "--strict-whitespace", "CHECK: a b\n", "a  b\n"),
            new Case(0, "--match-full-lines", "CHECK: a b\n", "  a  b \n"),
            new Case(1, "--match-full-lines", "CHECK: a\n", "ab\n"),
            new Case(1, "--match-full-lines --strict-whitespace", "CHECK:a\n", " a\n"),
            new Case(0, "--ignore-case", "CHECK: FoO {{B[a-c]R}}\n", "foo bar\n"),
            new Case(0, "", "CHECK: a\r\nCHECK-NEXT: b\r\n", "a\r\nb\r\n"),
            new Case(0, "", "CHECK: \u00c3\u00a9{{.}}\u00a9\n", "\u00c3\u00a9\u00c3\u00a9\n"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void verdict(Case test) throws IOException {
        var ours = FileCheckRun.ours(folder, test.optionList(), test.check(), test.input());
        assertEquals(test.status(), ours.status(), () -> test + "\n" + ours.errors());
        assertEquals(test.status() == 0, ours.errors().isEmpty(), ours::errors);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void verdictAndMessagesAreLlvms(Case test) throws IOException, InterruptedException {
        var program = FileCheckRun.program();
        Assumptions.assumeTrue(program.isPresent(), "LLVM's FileCheck is not installed");
        var ours = FileCheckRun.ours(folder, test.optionList(), test.check(), test.input());
        var theirs = FileCheckRun.theirs(program.get(), folder, test.optionList(), test.check(), test.input());
        assertEquals(theirs.status(), ours.status(), () -> test + "\n" + ours.errors() + theirs.errors());
        if (!theirs.errors().contains("command line:")) assertEquals(theirs.errors().strip(), ours.errors().strip(), test::toString);
    }

    /// `-Dfilecheck.pairs=N` compares N pairs of each kind instead of some.
    @ParameterizedTest
    @EnumSource
    void verdictsAndMessagesOfGeneratedChecksAreLlvms(GeneratedPair.Kind kind) throws IOException, InterruptedException {
        var program = FileCheckRun.program();
        Assumptions.assumeTrue(program.isPresent(), "LLVM's FileCheck is not installed");
        for (long seed = 0; seed < Long.getLong("filecheck.pairs", 100); seed++) {
            var test = kind.of(seed);
            var ours = FileCheckRun.ours(folder, test.options(), test.check(), test.input());
            var theirs = FileCheckRun.theirs(program.get(), folder, test.options(), test.check(), test.input());
            var pair = seed + " " + test;
            assertEquals(theirs.status(), ours.status(), () -> pair + "\nours:\n" + ours.errors() + "theirs:\n" + theirs.errors());
            if (!theirs.errors().contains("command line:")) assertEquals(theirs.errors().strip(), ours.errors().strip(), pair);
        }
    }

    @Property(tries = 500)
    void anyBytesGetAVerdict(@ForAll @Size(max = 60) byte[] pattern, @ForAll @Size(max = 60) byte[] input) throws IOException {
        verdictOf("CHECK: {{" + latin(pattern) + "}}\nCHECK: [[" + latin(pattern) + "]]\n" + latin(pattern), latin(input));
        verdictOf("CHECK: " + latin(pattern), latin(input));
        verdictOf("CHECK: [[#" + latin(pattern) + "]]", latin(input));
    }

    @Property(tries = 1000)
    void anyPatternSyntaxGetsAVerdict(@ForAll @Size(max = 25) List<Byte> choices) throws IOException {
        var tokens = List.of("{{", "}}", "[[", "]]", "#", "(", ")", "*", "+", "?", "{2}", "{1,}", "|", "[", "]", "^", "$", "\\", ":", "X", "Y:",
            "a", "1", "%x,", "@LINE", ",", " ", ".", "[:alpha:]",
            "-", "add(", "==", "\nCHECK-NEXT:", "\nCHECK-NOT:", "\nCHECK-DAG:", "\nCHECK-COUNT-2:");
        var check = new StringBuilder("CHECK: ");
        for (byte choice : choices) check.append(tokens.get(Byte.toUnsignedInt(choice) % tokens.size()));
        verdictOf(check.toString(), "a 1\nX\n[[a]]\n");
    }

    private static void verdictOf(String check, String input) throws IOException {
        var folder = Files.createTempDirectory("filecheck");
        try {
            int status = FileCheckRun.ours(folder, List.of(), check, input).status();
            assertTrue(status >= 0 && status <= 2, check);
        } finally {
            Files.deleteIfExists(folder.resolve("check.txt"));
            Files.delete(folder);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
