package pim.define.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.annotation.Annotation;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pim.define.Format;
import pim.define.OpDefinition;
import pim.dialect.graph.Graph;

class FormatParserTest {
    private record Given(String value, Class<? extends CustomPart>[] parts) implements Format {
        @Override public Class<? extends Annotation> annotationType() {
            return Format.class;
        }
    }

    @SuppressWarnings("unchecked")
    private static AssemblyFormat parse(String text) {
        return new FormatParser(OpDefinition.of(Graph.Relu.class), new Given(text, new Class[0])).parse();
    }

    private static String kinds(String text) {
        return parse(text).directives().stream().map(d -> d.getClass().getSimpleName()).collect(Collectors.joining(" "));
    }

    @Test void tokensNeedNoSpaceBetweenThem() {
        assertEquals("Variable Literal FunctionalType AttrDict", kinds("$input`:`functional-type(operands,results)attr-dict"));
        assertEquals("Variable Literal FunctionalType AttrDict", kinds(" $input\n`:` functional-type ( operands , results )\tattr-dict "));
        assertEquals("Space Space NewLine Literal", kinds("`` ` ` `\\n` `a b`"));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "$input ;          | does not understand ';'",
        "$input `to        | does not understand '`to'",
        "$ input           | does not understand '$ input'",
        "$nothing          | speaks of a component 'nothing' that the record does not have",
        "everything        | has no directive 'everything'",
        "custom<Part>($input) | names no part 'Part'",
        "type $input       | lacks '(' before '$input'",
        "(`a` $input)?     | \"has an optional group without an anchor, `^`\"",
    })
    void mistakesOfAnAuthorAreNamed(String text, String message) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> parse(text));
        assertEquals("the format of graph.relu " + message, wrong.getMessage());
    }
}
