package pim.tool.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a `lit.local.cfg` may say, and how it may be laid out.
class SettingsFileTest {
    private static Settings read(String text) {
        return new SettingsFile(Path.of("lit.local.cfg"), Settings.initial(List.of("given"), Map.of("mode", "fast"), Map.of())).read(text);
    }

    @Test
    void statementsGoOnWhileABracketIsOpen() {
        var settings = read("""
            import lit.formats
            config.test_format = lit.formats.ShTest(execute_external=False)  # the only one
            config.suffixes = [
                '.a',  # not ']'
                ".b#c",
            ]
            config.substitutions.append(
                ('%x',
                 'y'),
            )
            config.substitutions += [('%1', '1'), ('%2', '2')]
            config.substitutions.insert(0, ("%0", "0"))
            """);
        assertEquals(Set.of(".a", ".b#c"), settings.suffixes());
        assertEquals(List.of(Map.entry("%0", "0"), Map.entry("%x", "y"), Map.entry("%1", "1"), Map.entry("%2", "2")), settings.substitutions());
    }

    @Test
    void theLastStatementCounts() {
        var settings = read("""
            config.substitutions.append(('%x', 'y'))
            config.substitutions = [('%z', 'w')]
            config.available_features.add('a')
            config.available_features = {'b', 'c'}
            config.recursiveExpansionLimit = 3
            config.recursiveExpansionLimit = None
            """);
        assertEquals(List.of(Map.entry("%z", "w")), settings.substitutions());
        assertEquals(Set.of("b", "c"), settings.features());
        assertEquals(-1, settings.recursiveExpansionLimit());
    }

    @Test
    void conditionsChooseBlocks() {
        var settings = read("""
            if 'given' in config.available_features and lit_config.params.get('mode') == 'fast':
                config.test_retry_attempts = 1
                if not 'other' in lit_config.params: config.environment['A'] = 'b'
            else:
                config.unsupported = True
            """);
        assertEquals(1, settings.retries());
        assertEquals(Map.of("A", "b"), settings.environment());
        assertEquals(false, settings.unsupported());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', value = {
        "config.name = x ~ lit.local.cfg:2:1: error: not one of the statements that pim-lit reads in a lit.local.cfg: 'config.name = x'",
        "if 1: pass ~ lit.local.cfg:2:1: error: not one of the conditions that pim-lit reads in a lit.local.cfg: '1'",
        "config.suffixes = ['a' ~ lit.local.cfg:2:1: error: not one of the statements that pim-lit reads in a lit.local.cfg: 'config.suffixes = ['a''",
        "config.substitutions.append(('[', 'x')) ~ lit.local.cfg:2:1: error: '[' is no regular expression: Unclosed character class"
    })
    void errors(String text, String message) {
        assertEquals(message, assertThrows(LitException.class, () -> read("# comment\n" + text)).getMessage());
    }
}
