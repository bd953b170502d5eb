package pim.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.diagnose.Diagnostic.Severity;
import pim.ir.attr.Location;

class ExpectedDiagnosticsTest {
    private final StringBuilder report = new StringBuilder();

    /// Announced in any way and order, all messages are found; when one is left out or another comes, that is reported.
    @Property(tries = 200)
    void announcementsAndMessagesMustAgree(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int count, @ForAll boolean leaveOut,
        @ForAll boolean another) {
        var random = new Random(seed);
        var text = new StringBuilder("plain\n");
        var messages = new ArrayList<Diagnostic>();
        int line = 2;
        for (int i = 0; i < count; i++, line++) {
            var severity = Severity.values()[random.nextInt(4)];
            int way = random.nextInt(4);
            int at = switch (way) {
                case 0 -> line;
                case 1 -> line + 3;
                case 2 -> 1;
                default -> 2 + count;
            };
            var place = List.of("", "@+3", "@above", "@below").get(way);
            text.append("// expected-").append(severity).append(place).append(" {{message ").append(i).append("}}\n");
            messages.add(new Diagnostic(severity, at(at), "the message " + i + " in full", List.of()));
        }
        text.append("plain\n");
        if (leaveOut) messages.remove(random.nextInt(count));
        if (another) messages.add(Diagnostic.remark(at(1), "something else"));
        Collections.shuffle(messages, random);
        report.setLength(0);
        assertEquals(!leaveOut && !another, verify(text.toString(), false, messages), report::toString);
        assertEquals(leaveOut, report.toString().contains("was not produced"));
        assertEquals(another, report.toString().contains("unexpected remark: something else"));
    }

    @Test void aRegularExpressionStandsInDoubleBraces() {
        var text = "// expected-error-re {{index {{[0-9]+}} (of {{a|b}}) is}}";
        assertTrue(verify(text, false, List.of(Diagnostic.error(at(1), "the index 42 (of b) is wrong"))));
        assertFalse(verify(text, false, List.of(Diagnostic.error(at(1), "the index 4x (of b) is wrong"))));
    }

    @Test void aRegularExpressionThatIsNoneIsReported() {
        assertFalse(verify("// expected-error-re {{ {{[}} }}", false, List.of(Diagnostic.error(at(1), "x"))));
        assertEquals("f:1:4: error: the regular expression is not valid: Unclosed character class",
            report.toString().lines().findFirst().orElseThrow());
    }

    @Test void anotherSeverityIsAProblemOfItsOwn() {
        assertFalse(verify("// expected-warning {{odd}}", false, List.of(Diagnostic.error(at(1), "odd"))));
        assertEquals("""
            f:1:1: error: 'error' diagnostic emitted when expecting a 'warning'
            // expected-warning {{odd}}
            ^
            f:1:4: error: expected warning "odd" was not produced
            // expected-warning {{odd}}
               ^
            """, report.toString());
    }

    @Test void notesAreMessagesToo() {
        var error = Diagnostic.error(at(1), "bad", Diagnostic.note(at(2), "see here"));
        assertTrue(verify("// expected-error {{bad}}\n// expected-note {{see here}}", false, List.of(error)));
        assertFalse(verify("// expected-error {{bad}}\n", false, List.of(error)));
    }

    @Test void aMessageWithoutAPlaceIsAnnouncedAsUnknown() {
        var error = Diagnostic.error(Location.UNKNOWN, "lost");
        assertTrue(verify("// expected-error@unknown {{lost}}", false, List.of(error)));
        assertFalse(verify("// expected-error {{lost}}", false, List.of(error)));
    }

    @Test void unannouncedMessagesMayBeLetPass() {
        var messages = List.of(Diagnostic.error(at(1), "one"), Diagnostic.error(at(1), "two"));
        assertTrue(verify("// expected-error {{one}}", true, messages));
        assertFalse(verify("// expected-error {{three}}", true, messages));
    }

    @Test void anAnnouncementFarAwayIsNotProduced() {
        assertFalse(verify("// expected-error@+99999999999999 {{one}}", false, List.of()));
    }

    private boolean verify(String text, boolean onlyExpected, List<Diagnostic> messages) {
        report.setLength(0);
        var expected = new ExpectedDiagnostics(new SourceText("f", text), onlyExpected);
        messages.forEach(expected::take);
        return expected.verify(Diagnostics.printingTo(report));
    }

    private static Location at(int line) {
        return new Location.File("f", line, 1);
    }
}
