package pim.tool.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.diagnose.Diagnostics;
import pim.dialect.cf.RandomPrograms;
import pim.ir.Resources;
import pim.pass.PassRegistry;
import pim.pass.PipelineParser;
import pim.pass.generic.Program;
import pim.syntax.PrintOptions;
import pim.tool.reduce.Search.Judge;

class SearchTest {
    private static final List<String> INTERESTING = List.of("arith.muli", "arith.cmpi", "cf.switch", "call @f0", "arith.select", "return");

    @Property(tries = 25) void theResultIsInterestingValidAndSmallest(@ForAll long seed, @ForAll @IntRange(max = 5) int what) throws IOException {
        Predicate<String> interesting = text -> text.contains(INTERESTING.get(what));
        var program = Program.of(RandomPrograms.text(seed));
        if (!interesting.test(program.custom())) return;
        var search = reduce(program, interesting);
        assertTrue(interesting.test(search.text()));
        assertTrue(search.text().length() <= program.custom().length());
        assertEquals(search.text(), Program.of(search.text()).custom(), "it reads back");
        assertEquals(search.text(), reduce(Program.of(search.text()), interesting).text(), "nothing is left to do");
        assertEquals(search.text(), reduce(program, interesting).text(), "it is the same each time");
    }

    @Test void ofAProgramOneOperationIsLeft() throws IOException {
        var program = Program.of("""
            func.func private @f(%a: i32) -> i32 {
              %0 = arith.constant 17 : i32
              %1 = arith.muli %a, %0 {x = 1 : i32} : i32
              return %1 : i32
            }
            func.func @main(%a: i32, %c: i1) -> i32 attributes {y} {
              cf.cond_br %c, ^bb1, ^bb2
            ^bb1:
              %0 = call @f(%a) : (i32) -> i32
              return %0 : i32
            ^bb2:
              return %a : i32
            }
            """);
        assertEquals("""
            module {
              func.func @f(%arg0: i32) {
                %0 = arith.muli %arg0, %arg0 : i32
                return
              }
            }

            """, reduce(program, text -> text.contains("arith.muli")).text());
    }

    @Test void whatUnregisteredOperationsHoldIsReducedToo() throws IOException {
        var program = Program.of("\"t.a\"() ({ \"t.b\"() : () -> () \"t.c\"() {long = \"string\"} : () -> () }) {n = [1, 2, 3]} : () -> ()");
        assertEquals("""
            module {
              "t.a"() ({
                "t.c"() : () -> ()
              }) : () -> ()
            }

            """, reduce(program, text -> text.contains("t.c")).text());
    }

    private static Search reduce(Program program, Predicate<String> interesting) throws IOException {
        var resources = new Resources();
        var parser = new PipelineParser(PassRegistry.standard(), Program.REGISTRY, new Diagnostics(_ -> {}));
        var pipelines = Passes.STANDARD.stream().map(text -> parser.parse("builtin.module(" + text + ")")).toList();
        Judge judge = interesting::test;
        var search = new Search(program.top(), Program.REGISTRY, resources, PrintOptions.CUSTOM, judge, _ -> {});
        search.run(PimReduce.reductions(pipelines, Program.REGISTRY, resources));
        return search;
    }
}
