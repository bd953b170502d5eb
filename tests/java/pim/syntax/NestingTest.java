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

/// What is too deep to be read is refused with the limit.
class NestingTest {
    private static String message(String text) {
        var messages = new ArrayList<String>();
        var diagnostics = new Diagnostics(d -> messages.add(d.message()));
        assertThrows(CompileFailure.class, () -> ModuleReader.read(new SourceText("deep", text), Registry.standard(), diagnostics, true));
        assertEquals(1, messages.size(), messages::toString);
        return messages.getFirst();
    }

    private static String attribute(String value) {
        return "\"a.b\"() {x = " + value + "} : () -> ()";
    }

    @Test void brackets() {
        assertEquals("nested too deeply: no more than 2500 levels of syntax can be read", message(attribute("[".repeat(3000) + "]".repeat(3000))));
    }

    @Test void aliasesOfAliases() {
        var text = new StringBuilder("#a0 = 1\n");
        for (int i = 1; i <= 30; i++) text.append("#a").append(i).append(" = [#a").append(i - 1).append(", #a").append(i - 1).append("]\n");
        assertEquals("alias '#a19' stands for too much here: no more than 2500 levels of syntax can be read, and no more than 1048576 aliases within one",
            message(text + attribute("#a30")));
    }

    @Test void affineProducts() {
        assertEquals("affine expressions with more than 2500 factors cannot be read",
            message(attribute("affine_map<(d0) -> (d0" + " * 2".repeat(3000) + ")>")));
    }

    @Test void stringsThatDoNotEnd() {
        assertEquals(List.of("expected '\"' in string literal, which ends with its line and may escape only \\n, \\t, \\\\, \\\" and \\XX"),
            List.of(message(attribute("\"open"))));
    }
}
