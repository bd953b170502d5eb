package pim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Location;

class ParseListenerTest {
    private static final Registry REGISTRY = Registry.standard();

    /// Writes down what it is told, with the text that stands at the place.
    private static final class Record implements ParseListener {
        final List<String> events = new ArrayList<>();
        final SourceText source;

        Record(String text) {
            source = new SourceText("t.mlir", text);
        }

        private void add(String event, Location.File at) {
            events.add(event + " '" + source.text().substring(source.offset(at.line(), at.column()), source.offset(at.endLine(), at.endColumn())) + "'");
        }

        @Override public void beginRegion(OpKind owner, Location.File brace) {
            add("begin " + owner.name(), brace);
        }

        @Override public void endRegion(Location.File brace) {
            add("end", brace);
        }

        @Override public void operation(Operation op, Location.File whole, Location.File name) {
            add("op", name);
            if (op.regions().isEmpty()) add("whole", whole);
        }

        @Override public void define(String name, List<? extends Value> values, Location.File place) {
            add("define " + name + " " + values.size(), place);
        }

        @Override public void use(String name, int number, Location.File place) {
            add("use " + name + " " + number, place);
        }

        @Override public void block(String name, Block block, boolean begins, Location.File place) {
            add(begins ? "block" : "branch", place);
        }

        @Override public void symbol(List<String> path, Location.File place) {
            add("symbol " + path, place);
        }

        @Override public void alias(String name, boolean defines, Location.File place) {
            add(defines ? "alias" : "aliased", place);
        }
    }

    private static Record read(String text) {
        var record = new Record(text);
        ModuleReader.read(record.source, REGISTRY, new Diagnostics(_ -> {}), true, record);
        return record;
    }

    @Test void theGenericForm() {
        assertEquals(List.of("begin builtin.module ''", "alias '!t'", "use %z 0 '%z'", "use %a 1 '%a#1'", "branch '^end'", "aliased '!t'",
            "define %a 2 '%a'", "op '\"x.y\"'", "whole '%a:2 = \"x.y\"(%z, %a#1)[^end] : (!t, i1) -> (i32,\n  i1)'", "end ''"),
            // the successor is undefined, so the region of the file is not left
            events("!t = i8\n%a:2 = \"x.y\"(%z, %a#1)[^end] : (!t, i1) -> (i32,\n  i1)"));
    }

    /// The events of a text that may have an error at its end, as if it had none.
    private static List<String> events(String text) {
        var record = new Record(text);
        assertThrows(CompileFailure.class, () -> ModuleReader.read(record.source, REGISTRY, new Diagnostics(_ -> {}), true, record));
        if (!record.events.getLast().startsWith("end")) record.events.add("end ''");
        return record.events;
    }

    @Test void blocksAndArguments() {
        assertEquals(List.of("begin builtin.module ''", "begin a.b '{'", "block '^bb0'", "define %x 1 '%x'", "branch '^bb0'", "op '\"a.c\"'",
            "whole '\"a.c\"()[^bb0] : () -> ()'", "end '}'", "op '\"a.b\"'", "end ''"),
            read("\"a.b\"() ({ ^bb0(%x: i8 loc(\"l\")): \"a.c\"()[^bb0] : () -> () }) : () -> ()\n").events);
    }

    @Test void theCustomForm() {
        assertEquals(List.of("begin builtin.module ''", "symbol [f] '@f'", "begin func.func '{'", "define %e 1 '%e'", "symbol [f] '@f'",
            "use %e 0 '%e'", "define %0 1 '%0'", "op 'call'", "whole '%0 = call @f(%e) : (i32) -> i32'", "use %0 0 '%0'", "op 'return'",
            "whole 'return %0 : i32'", "end '}'", "op 'func.func'", "symbol [m] '@m'", "symbol [m, f] '@f'", "op '\"x.y\"'",
            "whole '\"x.y\"() {s = @m::@f} : () -> ()'", "end ''"),
            read("""
                func.func @f(%e: i32 loc("elsewhere":1:1)) -> i32 {
                  // 🙂 counts as two
                  %0 = call @f(%e) : (i32) -> i32
                  return %0 : i32
                }
                "x.y"() {s = @m::@f} : () -> ()
                """).events);
    }

    @Test void aliasesOfAttributesAndLocations() {
        assertEquals(List.of("begin builtin.module ''", "alias '#a'", "aliased '#a'", "aliased '#l'", "op '\"x.y\"'",
            "whole '\"x.y\"() {a = #a} : () -> () loc(#l)'", "alias '#l'", "end ''"),
            read("#a = 1 : i8\n\"x.y\"() {a = #a} : () -> () loc(#l)\n#l = loc(\"x\")").events);
    }

    @Test void whatStandsBeforeAnErrorIsTold() {
        assertEquals(List.of("begin builtin.module ''", "define %0 1 '%0'", "op '\"x.y\"'", "whole '%0 = \"x.y\"() : () -> i32'", "use %0 0 '%0'", "end ''"),
            events("%0 = \"x.y\"() : () -> i32\n\"x.z\"(%0,"));
    }
}
