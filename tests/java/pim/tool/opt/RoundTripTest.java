package pim.tool.opt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.attr.Location;
import pim.syntax.ModuleReader;
import pim.syntax.ParsedModule;

class RoundTripTest {
    private static final Registry STANDARD = Registry.standard();

    private final List<String> messages = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics(d -> messages.add(d.message()));

    private ParsedModule read(String text, boolean implicitModule) {
        return ModuleReader.read(new SourceText("trip", text), STANDARD, diagnostics, true, null, implicitModule);
    }

    @Test void whatCannotBeReadAgainIsAnError() {
        new RoundTrip(STANDARD, false, true).verify(read("\"a.b\"() : () -> ()", true), "trip", diagnostics);
        assertEquals("the module's own text in custom form cannot be read", messages.getLast());
    }

    @Test void whatIsReadDifferentlyIsAnError() {
        new RoundTrip(STANDARD, true, true).verify(read("func.func @f() {\n  return\n}", false), "trip", diagnostics);
        assertEquals(List.of("the module is not what is read from its own text in custom form"), messages);
    }

    @Test void lessSevereMessagesCanBeLeftOut() {
        var options = new MessageOptions();
        var command = new picocli.CommandLine(options.options().spec()).setCaseInsensitiveEnumValuesAllowed(true);
        options.options().use(command.parseArgs("--mlir-diagnostic-verbosity-level=warnings"));
        assertEquals(null, options.shown(Diagnostic.remark(Location.UNKNOWN, "by the way")));
        var warning = Diagnostic.warning(Location.UNKNOWN, "take care");
        assertEquals(warning, options.shown(warning));
    }
}
