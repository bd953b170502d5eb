package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.dialect.cf.RandomPrograms;

class ViewOpGraphTest {
    @Property(tries = 50) void everyOperationArgumentAndUseIsInTheGraphOfTheProgramWhichStays(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        var before = program.generic();
        var graph = program.shown(new ViewOpGraph());
        assertEquals(before, program.generic());
        var operations = program.operations();
        assertEquals(operations.stream().mapToInt(op -> op.operandCount()).sum(), graph.lines().filter(l -> l.contains(" -> v")).count());
        int arguments = operations.stream().flatMap(op -> op.regions().stream()).flatMap(r -> r.blocks().stream()).mapToInt(b ->
            b.arguments().size()).sum();
        long plain = operations.stream().filter(op -> op.regions().isEmpty()).count();
        assertEquals(arguments + plain, graph.lines().filter(l -> l.contains("shape = Mrecord")).count());
        assertEquals(graph.lines().filter(l -> l.endsWith("{")).count(), graph.lines().filter(l -> l.strip().equals("}")).count());
    }

    @Test void mlirOptShowsTheSame() throws Exception {
        var program = Program.of("""
            "t.a"() ({
            ^bb(%a: i32, %b: tensor<4xf32>):
              %0 = "t.b"() {v = dense<1> : tensor<100xi32>, w = dense<[[1, 2], [3, 4]]> : tensor<2x2xi32>, q = "a|b{c}",
                e = dense<[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]> : tensor<17xi32>,
                many = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]} : () -> tensor<4x4x4x4x4x4x4x4xf32>
              %1:2 = "t.c"(%0, %a) ({}) {x} : (tensor<4x4x4x4x4x4x4x4xf32>, i32) -> (tensor<4x4xf32>, tensor<4x4x4x4x4x4xf32>)
              %2 = "t.e"() : () -> i1
              "t.d"(%0, %1#1, %b, %2) : (tensor<4x4x4x4x4x4x4x4xf32>, tensor<4x4x4x4x4x4xf32>, tensor<4xf32>, i1) -> ()
            }) : () -> ()
            """);
        for (var pass : List.of(new ViewOpGraph(), new ViewOpGraph(5, true, true, true, true), new ViewOpGraph(20, false, true, false, false))) {
            var theirs = program.byMlirOpt("--view-op-graph=max-label-len=" + pass.maxLabelLen() + " print-attrs=" + pass.printAttrs()
                + " print-control-flow-edges=" + pass.printControlFlowEdges() + " print-data-flow-edges=" + pass.printDataFlowEdges()
                + " print-result-types=" + pass.printResultTypes());
            var ours = program.shown(pass);
            assertTrue(theirs.startsWith(ours), () -> theirs + "\nis not\n" + ours);
        }
    }
}
