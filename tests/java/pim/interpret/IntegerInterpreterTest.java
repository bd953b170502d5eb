package pim.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.syntax.ModuleReader;
import pim.tensor.Tensor;

class IntegerInterpreterTest {
    private static final String DOUBLE = "func.func @main(%x: i8) -> i8 {\n  %0 = arith.addi %x, %x : i8\n  return %0 : i8\n}\n";

    private final List<String> messages = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics(d -> messages.add(d.message()));

    private Operation module(String text) {
        return ModuleReader.read(new SourceText("program", text), Registry.standard(), diagnostics, false).top();
    }

    private Map<String, Tensor> run(String text, Map<String, Tensor> inputs) {
        return Interpreters.run(module(text), inputs, new Resources(), diagnostics);
    }

    private static Tensor numbers(long... data) {
        return new Tensor.Longs(data.length == 1 ? new int[0] : new int[] {data.length}, data);
    }

    private void refused(String message, String text, Map<String, Tensor> inputs) {
        assertThrows(CompileFailure.class, () -> run(text, inputs));
        assertEquals(List.of(message), messages);
    }

    @Test void theResultIsOfTheTypeOfTheFunction() {
        assertEquals(-56, ((Tensor.Longs) run(DOUBLE, Map.of("arg0", numbers(100))).get("result0")).data()[0]);
    }

    @Test void anInputMustFit() {
        refused("the input 'arg0' is 300, which does not fit into i8", DOUBLE, Map.of("arg0", numbers(300)));
    }

    @Test void anInputIsOneNumber() {
        refused("the input 'arg0' is expected to be one integer", DOUBLE, Map.of("arg0", numbers(1, 2)));
    }

    @Test void anInputMustBeAskedFor() {
        refused("there is no input 'x'; '@main' has 1, called arg0, arg1, ...", DOUBLE, Map.of("arg0", numbers(1), "x", numbers(1)));
    }

    @Test void anInputHasNoMoreBitsThanATensor() {
        refused("the input 'arg0' can only be an integer of up to 64 bits, but is of i65", "func.func @main(%x: i65) {\n  return\n}\n",
            Map.of("arg0", numbers(1)));
    }

    @Test void nothingButIntegersComesOut() {
        refused("the result 1.000000e+00 : f32 is no integer of up to 64 bits",
            "func.func @main() -> f32 {\n  %0 = arith.constant 1.0 : f32\n  return %0 : f32\n}\n", Map.of());
    }

    @Test void whatNoInterpreterKnowsIsNotRun() {
        refused("'builtin.module' op holds no program that can be run: expected a function @main of graph or tile operations, or the programs of cores",
            "func.func private @main()\n", Map.of());
    }

    @Test void aProgramWithoutAnEndIsStopped() {
        var main = module("func.func @main() {\n  cf.br ^a\n^a:\n  cf.br ^a\n}\n").region(0).entry().first();
        assertThrows(CompileFailure.class, () -> new ControlFlow(diagnostics, 1000).call(main, List.of()));
        assertEquals(List.of("'cf.br' op: the program was stopped here since it does not seem to end"), messages);
    }
}
