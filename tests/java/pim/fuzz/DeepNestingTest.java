package pim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Text that is nested a hundred thousand times, in every way that there is, and chains as long, end in a message or are read; never in an overflow
/// of the stack, however small that is, nor after a long time.
class DeepNestingTest {
    private static final int DEPTH = 100_000;
    private static final List<Long> STACKS = List.of(1L << 20, 16L << 20);

    private record Nested(FuzzTarget target, String name, String text) {}

    private static Nested in(FuzzTarget target, String name, String before, String open, String middle, String close, String after) {
        return new Nested(target, name, before + open.repeat(DEPTH) + middle + close.repeat(DEPTH) + after);
    }

    private static Stream<Nested> cases() {
        var cases = new ArrayList<Nested>();
        var target = FuzzTarget.VERIFIER;
        cases.add(in(target, "regions", "", "\"a.b\"() ({\n", "", "}) : () -> ()\n", ""));
        cases.add(in(target, "modules", "", "module {\n", "", "}\n", ""));
        cases.add(in(target, "arrays", "\"a.b\"() {x = ", "[", "", "]", "} : () -> ()"));
        cases.add(in(target, "dictionaries", "\"a.b\"() {x = ", "{a = ", "1", "}", "} : () -> ()"));
        cases.add(in(target, "tuples", "\"a.b\"() {x = ", "tuple<", "i1", ">", "} : () -> ()"));
        cases.add(in(target, "tensors", "\"a.b\"() {x = ", "tensor<1x", "i1", ">", "} : () -> ()"));
        cases.add(in(target, "complexes", "\"a.b\"() {x = ", "complex<", "f32", ">", "} : () -> ()"));
        cases.add(in(target, "function types", "\"a.b\"() {x = ", "(", "i1", ") -> i1", "} : () -> ()"));
        cases.add(in(target, "function results", "\"a.b\"() {x = ", "() -> (", "i1", ")", "} : () -> ()"));
        cases.add(in(target, "elements", "\"a.b\"() {x = dense<", "[", "1", "]", "> : tensor<1xi8>} : () -> ()"));
        cases.add(in(target, "affine parentheses", "\"a.b\"() {x = affine_map<(d0) -> (", "(", "d0", ")", ")>} : () -> ()"));
        cases.add(in(target, "affine minus", "\"a.b\"() {x = affine_map<(d0) -> (", "-", "d0", "", ")>} : () -> ()"));
        cases.add(in(target, "affine sums", "\"a.b\"() {x = affine_map<(d0, d1) -> (d0 mod 2", " + d1 floordiv 3", "", "", ")>} : () -> ()"));
        cases.add(in(target, "affine products", "\"a.b\"() {x = affine_map<(d0) -> (d0", " mod 7", "", "", ")>} : () -> ()"));
        cases.add(in(target, "call sites", "\"a.b\"() : () -> () loc(", "callsite(", "\"x\"", " at \"y\")", ")"));
        cases.add(in(target, "names", "\"a.b\"() : () -> () loc(", "\"x\"(", "\"y\"", ")", ")"));
        cases.add(in(target, "fused", "\"a.b\"() : () -> () loc(", "fused[", "\"x\"", "]", ")"));
        cases.add(in(target, "locations", "\"a.b\"() : () -> () loc(", "loc(", "\"x\"", ")", ")"));
        cases.add(in(target, "distinct", "\"a.b\"() {x = ", "distinct[0]<", "1", ">", "} : () -> ()"));
        cases.add(in(target, "dialect types", "\"a.b\"() {x = !a.b", "<", "", ">", "} : () -> ()"));
        cases.add(in(target, "dialect brackets", "\"a.b\"() {x = !a.b<", "{[(", "", ")]}", ">} : () -> ()"));
        cases.add(in(target, "known dialects' types", "\"a.b\"() {x = ", "!tile.fmap<", "1x1x1xi8", ">", "} : () -> ()"));
        cases.add(in(target, "symbols", "\"a.b\"() {x = @a", "::@a", "", "", "} : () -> ()"));
        cases.add(new Nested(target, "aliases of types", "!t0 = i1\n" + chain("!t", "tuple<!t%d>") + "\"a.b\"() {x = !t" + DEPTH + "} : () -> ()"));
        cases.add(new Nested(target, "aliases of attributes", "#a0 = 1\n" + chain("#a", "[#a%d]") + "\"a.b\"() {x = #a" + DEPTH + "} : () -> ()"));
        cases.add(new Nested(target, "aliases of locations", "#a0 = loc(\"x\")\n" + chain("#a", "loc(\"n\"(#a%d))")
            + "\"a.b\"() : () -> () loc(#a" + DEPTH + ")"));
        cases.add(new Nested(target, "aliases that double", "#a0 = 1\n" + chain("#a", "[#a%1$d, #a%1$d]") + "\"a.b\"() {x = #a90} : () -> ()"));
        cases.add(new Nested(FuzzTarget.IRDL, "conditions", "irdl.dialect @d {\n irdl.operation @o {\n  %0 = irdl.any\n"
            + chain("  %", "irdl.all_of(%%%d)", DEPTH / 10) + "  irdl.operands(x: %" + DEPTH / 10 + ")\n }\n}\n"));
        cases.add(in(FuzzTarget.PIPELINE, "pipelines", "", "builtin.module(", "cse", ")", ""));
        cases.add(in(FuzzTarget.PIPELINE, "any", "", "any(", "cse", ")", ""));
        cases.add(in(FuzzTarget.PIPELINE, "options", "builtin.module(arch-attach{arch=", "{a=", "b", "}", "})"));
        cases.add(in(FuzzTarget.PIPELINE, "passes", "builtin.module(", "cse,", "cse", "", ")"));
        for (var pattern : List.of("(", "((?:a|", "[[#1+(", "[[#", "{{", "(a*|", "a*?", "[", "[[:alpha:]", "a{1,2}")) {
            cases.add(in(FuzzTarget.FILECHECK, pattern, "CHECK: {{", pattern, "a", "", "}}" + FuzzTarget.SEPARATOR + "aaa\n"));
            cases.add(in(FuzzTarget.FILECHECK, pattern + " closed", "CHECK: {{", pattern, "a", ")", "}}" + FuzzTarget.SEPARATOR + "aaa\n"));
            cases.add(in(FuzzTarget.FILECHECK, pattern + " bare", "CHECK: ", pattern, "a", "", FuzzTarget.SEPARATOR + "aaa\n"));
        }
        cases.add(in(FuzzTarget.FILECHECK, "expressions", "CHECK: [[#", "(1+", "1", ")", "]]" + FuzzTarget.SEPARATOR + "aaa\n"));
        cases.add(in(FuzzTarget.FILECHECK, "sums", "CHECK: [[#1", "+1", "", "", "]]" + FuzzTarget.SEPARATOR + "100001\n"));
        cases.add(in(FuzzTarget.FILECHECK, "calls", "CHECK: [[#", "max(1,", "1", ")", "]]" + FuzzTarget.SEPARATOR + "1\n"));
        cases.add(in(FuzzTarget.FILECHECK, "closed groups", "CHECK: {{", "(", "a", ")", "}}" + FuzzTarget.SEPARATOR + "a\n"));
        cases.add(in(FuzzTarget.PIMSIM, "arrays", "", "[", "", "]", ""));
        cases.add(in(FuzzTarget.PIMSIM, "arrays before config", "{\"core0\": ", "[", "", "]", "}"));
        cases.add(in(FuzzTarget.LEXER, "brackets", "", "<([{", "", "}])>", ""));
        return cases.stream();
    }

    /// `prefix1 = ... prefix0 ...` and so on, each of the one before.
    private static String chain(String prefix, String format) {
        return chain(prefix, format, DEPTH);
    }

    private static String chain(String prefix, String format, int length) {
        var text = new StringBuilder();
        for (int i = 1; i <= length; i++) text.append(prefix).append(i).append(" = ").append(format.formatted(i - 1)).append('\n');
        return text.toString();
    }

    @TestFactory Stream<DynamicTest> isAnErrorOrIsRead() {
        return cases().map(c -> DynamicTest.dynamicTest(c.target.label() + ": " + c.name, () -> {
            for (long stack : STACKS) {
                var thrown = new ArrayList<Throwable>();
                var thread = new Thread(null, () -> c.target.run(c.text), "deep", stack);
                thread.setUncaughtExceptionHandler((_, e) -> thrown.add(e));
                thread.start();
                assertTrue(thread.join(Duration.ofSeconds(20)), () -> "does not end: " + Stream.of(thread.getStackTrace()).limit(20).toList());
                assertEquals(List.of(), thrown.stream().map(Fuzzing::fault).toList());
            }
        }));
    }
}
