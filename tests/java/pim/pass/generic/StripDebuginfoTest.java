package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;
import pim.syntax.RandomModules;

class StripDebuginfoTest {
    @Property(tries = 50) void onlyLocationsGo(@ForAll long seed) {
        var module = new RandomModules(seed, Program.REGISTRY).module();
        var before = ModulePrinter.print(module, null, PrintOptions.GENERIC);
        new StripDebuginfo().run(module, null);
        assertEquals(before, ModulePrinter.print(module, null, PrintOptions.GENERIC));
    }

    @Test void everyLocationIsUnknown() {
        var program = Program.of("func.func @f(%a: i32 loc(\"x\")) { \"t.op\"() : () -> () loc(\"y\":1:2) return } loc(fused[\"a\", \"b\"])");
        program.run(new StripDebuginfo());
        var text = ModulePrinter.print(program.top(), null, PrintOptions.GENERIC.with(PrintOptions.Flag.LOCATIONS));
        assertFalse(text.replace("loc(unknown)", "").replaceAll("#loc = *\n", "").replace("loc(#loc)", "").contains("loc"), text);
    }
}
