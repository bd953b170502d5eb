package pim.tool.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellParserTest {
    @Test
    void operatorsGroupFromTheLeft() throws ShellSyntaxException {
        var script = (Script.Chain) ShellParser.parse("a | b && c || d");
        assertEquals("||", script.operator());
        assertEquals("&&", ((Script.Chain) script.left()).operator());
    }

    @Test
    void redirectionsKeepTheirOrder() throws ShellSyntaxException {
        var command = ((Script.Pipeline) ShellParser.parse("a 2>&1 > f 2>> 'g h' < i b")).commands().getFirst();
        assertEquals(List.of("a", "b"), command.words().stream().map(Script.Word::text).toList());
        assertEquals(List.of(new Script.Redirection.Duplicate(2, 1), new Script.Redirection.Output(1, false, new Script.Word("f", false)),
            new Script.Redirection.Output(2, true, new Script.Word("g h", false)), new Script.Redirection.Input(new Script.Word("i", false))),
                command.redirections());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', value = {
        "a & b ~ background commands are not supported",
        "a && ~ missing command at the end",
        "| a ~ missing command before '|'",
        "a > ~ missing file behind '>'",
        "echo \"a ~ missing \"",
        "a ; ~ missing command at the end",
        "a << b ~ '<<' is not supported"
    })
    void malformed(String line, String message) {
        assertEquals(message, assertThrows(ShellSyntaxException.class, () -> ShellParser.parse(line)).getMessage());
    }

    @Property(tries = 2000)
    void anyLineIsReadOrRefused(@ForAll @Size(max = 20) List<Byte> choices) {
        var tokens = List.of("a", "b ", " ", "|", "&", ";", "<", ">", "'", "\"", "\\", "$", "(", ")", "!", "not ", "2", "*", "{", "\u00e9");
        var line = new StringBuilder();
        for (byte choice : choices) line.append(tokens.get(Byte.toUnsignedInt(choice) % tokens.size()));
        try {
            assertFalse(ShellParser.parse(line.toString()).toString().isEmpty());
        } catch (ShellSyntaxException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }
}
