package pim.tool.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with the directives of a test is said with the words of LLVM's lit, and where.
class TestFileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RUN: true;REQUIRES: (a &&            | expected: '!', '(', '{{', or identifier;have: <end of expression>;in expression: '(a &&';in REQUIRES: 2
        RUN: true;;XFAIL: a, b c             | expected: <end of expression>;have: 'c';in expression: 'b c';in XFAIL: 3
        RUN: true;UNSUPPORTED: a?            | couldn't parse text: '?';in expression: 'a?';in UNSUPPORTED: 2
        DEFINE: %{x}                         | Substitution's definition does not contain '=';in DEFINE: 1
        DEFINE: %{x} = a \\;DEFINE:          | Substitution's continuation is empty;in DEFINE: 2
        ALLOW_RETRIES: many                  | ALLOW_RETRIES: needs a number, not 'many';in ALLOW_RETRIES: 1
        ALLOW_RETRIES: 1;ALLOW_RETRIES: 1    | Test has more than one ALLOW_RETRIES lines;in ALLOW_RETRIES: 2
        """)
    void wrongDirectives(String file, String message) {
        var said = assertThrows(IllegalArgumentException.class, () -> TestFile.parse(file.replace(';', '\n'))).getMessage();
        assertEquals(message.replace(';', '\n').replaceFirst("(in \\S+:) (\\d+)$", "$1 directive on test line $2"), said);
    }
}
