package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.dialect.cf.RandomPrograms;

class RemoveDeadValuesTest {
    @Property(tries = 150) void theProgramComputesTheSame(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed));
        var before = program.results();
        Program.assertSameResults(before, program.run(new RemoveDeadValues()));
    }

    /// One that mlir-opt's own pass leaves valid; it drops arguments of blocks that other branches still give a value for.
    @Test void mlirOptRemovesTheSame() throws Exception {
        var program = Program.of("""
            func.func private @f(%a: i32, %b: i32, %c: i1) -> (i32, i32) {
              %0 = arith.addi %a, %a : i32
              %1 = arith.muli %0, %b : i32
              cf.cond_br %c, ^bb1(%0, %1 : i32, i32), ^bb2
            ^bb1(%x: i32, %y: i32):
              return %x, %1 : i32, i32
            ^bb2:
              return %0, %b : i32, i32
            }
            func.func private @g(%a: i32) -> i32 {
              %c = arith.constant true
              %0:2 = call @f(%a, %a, %c) : (i32, i32, i1) -> (i32, i32)
              "t.effect"(%0#0) : (i32) -> ()
              return %0#1 : i32
            }
            func.func @main(%a: i32, %unused: i32) {
              %0 = call @g(%a) : (i32) -> i32
              %1 = arith.addi %0, %unused : i32
              return
            }
            """);
        assertEquals(program.byMlirOpt("--remove-dead-values", "--canonicalize"), program.run(new RemoveDeadValues(), new Canonicalize()).generic());
    }

    @Property(tries = 50) void onceIsEnough(@ForAll long seed) {
        var program = Program.of(RandomPrograms.text(seed)).run(new RemoveDeadValues());
        var once = program.generic();
        assertEquals(once, program.run(new RemoveDeadValues()).generic());
    }
}
