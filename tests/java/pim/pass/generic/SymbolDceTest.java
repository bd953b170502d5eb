package pim.pass.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Symbols;
import pim.pass.PassContext;

class SymbolDceTest {
    /// Every reference that meant something means the same, and what could be seen from outside is still there.
    @Property(tries = 100) void nothingThatIsSpokenOfGoes(@ForAll long seed) {
        var program = Program.of(random(new Random(seed), 0));
        var exported = program.operations().stream().filter(SymbolDceTest::isExported).toList();
        var before = program.operations();
        program.run(new SymbolDce());
        var after = program.operations();
        assertTrue(after.containsAll(exported));
        for (var op : after) {
            for (var use : Symbols.uses(op)) {
                var meant = Symbols.path(Symbols.tableAround(op) == null ? op : Symbols.tableAround(op), use.symbol());
                assertTrue(after.containsAll(meant), use::toString);
            }
        }
        for (var op : before) if (Symbols.name(op) == null) assertEquals(inDead(op, after), !after.contains(op));
        var text = program.generic();
        assertEquals(text, program.run(new SymbolDce()).generic());
    }

    @Test void mlirOptAgrees() throws Exception {
        for (long seed = 0; seed < 25; seed++) {
            var program = Program.of(random(new Random(seed), 0));
            assertEquals(program.byMlirOpt("--symbol-dce"), program.run(new SymbolDce()).generic());
        }
    }

    private static boolean isExported(Operation op) {
        if (op.parent() == null || Symbols.name(op) == null || !Symbols.isPublic(op)) return false;
        var table = op.parent();
        return table.parent() == null || isExported(table);
    }

    private static boolean inDead(Operation op, List<Operation> alive) {
        for (var around = op; around != null; around = around.parent()) if (!alive.contains(around)) return true;
        return false;
    }

    /// Functions and modules in each other, with calls to what may or may not be there.
    private static String random(Random random, int depth) {
        var text = new StringBuilder();
        for (int i = random.nextInt(5) + 1; i > 0; i--) {
            var visibility = List.of("", "private ", "nested ").get(random.nextInt(3));
            var calls = new StringBuilder();
            for (int c = random.nextInt(3); c > 0; c--) {
                calls.append("  \"t.use\"() {of = [@f").append(random.nextInt(6));
                if (random.nextBoolean()) calls.append("::@f").append(random.nextInt(6));
                calls.append("]} : () -> ()\n");
            }
            boolean module = depth < 2 && random.nextInt(3) == 0;
            if (random.nextInt(6) == 0) text.append(calls);
            else if (!module) text.append("func.func ").append(visibility).append("@f").append(i).append("() {\n").append(calls).append("  return\n}\n");
            else text.append("module @f").append(i).append(visibility.isEmpty() ? "" : " attributes {sym_visibility = \"" + visibility.strip() + "\"}")
                .append(" {\n").append(calls).append(random(random, depth + 1)).append("}\n");
        }
        return text.toString();
    }

    @Test void itRunsOnSymbolTablesOfWhichAllIsKnown() {
        var messages = new ArrayList<String>();
        var context = new PassContext(Program.REGISTRY, new Diagnostics(d -> messages.add(d.message())), new Resources());
        var function = Program.of("func.func @f() { return }").top().region(0).entry().first();
        assertThrows(CompileFailure.class, () -> new SymbolDce().run(function, context));
        var unknown = Program.of("\"t.table\"() ({ \"t.op\"() {of = @f} : () -> () }) : () -> ()").top();
        assertThrows(CompileFailure.class, () -> new SymbolDce().run(unknown, context));
        assertEquals(List.of("'func.func' op was scheduled to run under SymbolDCE, but does not define a symbol table",
            "operation contains potentially unknown symbol table, meaning that we can't reliable compute symbol uses"), messages);
    }
}
