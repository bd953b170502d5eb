package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.pass.generic.Cse;
import pim.rewrite.SumProgram;

class PipelineTest {
    enum Mode { FAST, VERY_FAST }

    record Tune(int bits, long seed, double rate, boolean on, String label, Mode mode, List<String> inputs, List<Integer> sizes) implements Pass {
        Tune {
            if (bits > 64) throw new IllegalArgumentException("bits must be at most 64, got " + bits);
        }

        Tune() {
            this(16, 0, 0.5, false, "", Mode.FAST, List.of(), List.of(1, 2));
        }

        @Override public void run(Operation root, PassContext context) {}

        @Override public String summary() {
            return "Has an option of every type";
        }
    }

    record OnlyWithin() implements Pass {
        @Override public void run(Operation root, PassContext context) {}

        @Override public String summary() {
            return "Runs on one op";
        }

        @Override public String anchor() {
            return "sum.within";
        }
    }

    private final StringBuilder messages = new StringBuilder();
    private final PipelineParser parser = new PipelineParser(new PassRegistry(List.of(new Cse(), new Tune(), new OnlyWithin())), SumProgram.REGISTRY,
        Diagnostics.printingTo(messages));

    @Provide Arbitrary<Pipeline> pipelines() {
        return pipelines(2);
    }

    private static Arbitrary<Pipeline> pipelines(int depth) {
        Arbitrary<Step> cse = Arbitraries.of(new Step.Run(new Cse()));
        Arbitrary<Step> step = Arbitraries.oneOf(cse, tunes().map(Step.Run::new));
        if (depth > 0) step = Arbitraries.oneOf(step, pipelines(depth - 1).map(p -> p));
        return Combinators.combine(Arbitraries.of("sum.within", "sum.alone", "any", "other.op"), step.list().ofMaxSize(3)).as(Pipeline::new);
    }

    private static Arbitrary<Tune> tunes() {
        var strings = Arbitraries.strings().withChars("ab ,{}()[]'\"\\=").ofMaxLength(5);
        return Combinators.combine(Arbitraries.integers().lessOrEqual(64), Arbitraries.longs(), Arbitraries.doubles(), Arbitraries.of(true, false),
            strings, Arbitraries.of(Mode.class), strings.list().ofMaxSize(3), Arbitraries.integers().list().ofMaxSize(3)).as(Tune::new);
    }

    @Property(tries = 300)
    void whatIsPrintedIsReadBack(@ForAll("pipelines") Pipeline pipeline) {
        assertEquals(pipeline, parser.parse(pipeline.toString()), messages::toString);
        assertEquals(pipeline, parser.parse(pipeline.indented()), messages::toString);
    }

    @Provide Arbitrary<String> almostPipelines() {
        var pieces = Arbitraries.of("sum.within", "any", "cse", "tune", "(", ")", ",", "{", "}", "bits", "=", "8", "inputs", "a,b", "'", "\"", "\\",
            " ", "\n", "é", "x");
        return pieces.list().ofMaxSize(12).map(p -> String.join("", p));
    }

    @Property(tries = 1000)
    void anyTextIsAPipelineOrAnErrorWithAPlace(@ForAll("almostPipelines") String text) {
        messages.setLength(0);
        try {
            parser.parse(text);
            assertEquals("", messages.toString());
        } catch (CompileFailure e) {
            Assertions.assertTrue(messages.toString().matches("(?s)<pass-pipeline>:\\d+:\\d+: error: .*"), messages::toString);
        }
    }

    @Test void optionsAreReadByTheTypeOfTheirComponent() {
        var expected = new Tune(8, -3, 1e-3, true, "a b", Mode.VERY_FAST, List.of("x,y", "z"), List.of());
        assertEquals(expected, parser.pass("tune", "bits=8 seed=-3 rate=1e-3 on label='a b' mode=very_fast inputs=\"x,y\",z sizes="));
        assertEquals(expected, parser.pass("tune", "inputs={ 'x,y', z } bits=8 seed=-3 rate=0.001 on=1 label=\"a b\" mode=very_fast sizes={}"));
        assertEquals(new Tune(), parser.pass("tune", ""));
    }

    @Test void theValueOfAnOptionCanBeAPipeline() {
        var inner = "func.func(tune{bits=3 label=\"a)b\"})";
        var expected = new Tune(16, 0, 0.5, false, inner, Mode.FAST, List.of("any(cse,tune{bits=1 on})", "a b"), List.of(1, 2));
        assertEquals(expected, parser.pass("tune", "label=" + inner + " inputs=any(cse,tune{bits=1 on}),{a b}"));
        assertEquals(expected, parser.pass("tune", "inputs={any(cse,tune{bits=1 on}),{ a b }} label={" + inner + "}"));
        assertEquals("tune{bits=16 inputs={any(cse),\"a b\"} label=any(cse) mode=fast on=false rate=0.5 seed=0 sizes={}}",
            new Step.Run(new Tune(16, 0, 0.5, false, "any(cse)", Mode.FAST, List.of("any(cse)", "a b"), List.of())).toString());
        assertEquals("tune{bits=16  label= mode=fast on=false rate=0.5 seed=0 sizes={1,2}}", new Step.Run(new Tune()).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cse                           | 1:1  | expected pass pipeline to be wrapped with the anchor operation type, e.g. 'builtin.module(...)'
        sum.within(cs)                | 1:12 | 'cs' does not refer to a registered pass; did you mean 'cse'?
        sum.within(graphs)            | 1:12 | 'graphs' does not refer to a registered pass
        sum.withn(cse)                | 1:1  | no op is called 'sum.withn'; did you mean 'sum.within'?
        sum.within(tune(cse))         | 1:12 | expected the name of an op or 'any' before '(', got 'tune'
        sum.within(cse                | 1:11 | expected ')' to match this '('
        sum.within(cse cse)           | 1:16 | expected ',' or ')'
        sum.within(cse,)              | 1:16 | expected the name of a pass
        sum.within(cse))              | 1:16 | expected the end of the pass pipeline
        sum.within(tune{bit=8})       | 1:17 | pass 'tune' has no option 'bit'; did you mean 'bits'?
        sum.within(cse{bits=8})       | 1:16 | pass 'cse' has no option 'bits'
        sum.within(tune{bits=8 bits=8}) | 1:24 | option 'bits' is given twice
        sum.within(tune{bits=many})   | 1:22 | expected an integer of 32 bits for option 'bits', got 'many'
        sum.within(tune{mode=slow})   | 1:22 | expected one of fast, very_fast for option 'mode', got 'slow'
        sum.within(tune{sizes=1,x})   | 1:25 | expected an integer of 32 bits for option 'sizes', got 'x'
        sum.within(tune{bits=65})     | 1:17 | pass 'tune': bits must be at most 64, got 65
        sum.within(tune{bits=8 ,}     | 1:24 | expected the name of an option or '}'
        sum.within(tune{label="x})    | 1:23 | the quote is not closed
        sum.within(tune{label=a(b}    | 1:24 | expected ')' to match this '('
        sum.within(tune{rounds=3)     | 1:16 | expected '}' to match this '{'
        sum.within(tune{label={b      | 1:16 | expected '}' to match this '{'
        sum.within(tune{sizes={1)}    | 1:24 | expected an integer of 32 bits for option 'sizes', got '1)'
        sum.within(tune{sizes={1 2})  | 1:26 | expected ',' or '}' in the list of option 'sizes'
        sum.alone(only-within)        | 1:11 | pass 'only-within' runs on 'sum.within', not on 'sum.alone'; did you mean 'sum.within(only-within)'?
        """, quoteCharacter = '`')
    void anErrorShowsItsPlace(String text, String place, String message) {
        assertThrows(CompileFailure.class, () -> parser.parse(text));
        int column = Integer.parseInt(place.substring(2));
        assertEquals("<pass-pipeline>:" + place + ": error: " + message + "\n" + text + "\n" + " ".repeat(column - 1) + "^\n", messages.toString());
    }

    @Test void anErrorInTheOptionsOfOnePassShowsTheOption() {
        assertThrows(CompileFailure.class, () -> parser.pass("tune", "bits=8 colour=red"));
        assertEquals("""
            <pass-options>:1:15: error: pass 'tune' has no option 'colour'; it has bits, seed, rate, on, label, mode, inputs, sizes
            --tune=bits=8 colour=red
                          ^
            """, messages.toString());
    }

    @Test void pipelinesWithinEachOtherHaveALimit() {
        assertThrows(CompileFailure.class, () -> parser.parse("sum.alone(".repeat(300) + "cse" + ")".repeat(300)));
        assertTrue(messages.toString().contains("error: pipelines may stand within each other no deeper than 200 times"), messages::toString);
    }

    @Test void aPassThatRunsOnAnotherOpIsNestedByItself() {
        assertEquals("sum.alone(cse,sum.within(only-within))", Pipeline.of("sum.alone", List.of(new Cse(), new OnlyWithin())).toString());
        assertEquals("sum.within(only-within)", Pipeline.of("sum.within", new ArrayList<>(List.of(new OnlyWithin()))).toString());
    }
}
