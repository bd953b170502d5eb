package pim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.diagnose.SourceText;

/// The tokens are those of the grammar, wherever one ends and the next begins.
class ShortcutLexerTest {
    private static final Registry REGISTRY = Registry.standard();
    private static final List<String> PIECES = List.of("a", "Z_", "x", "e", "f", ".", "$", "0", "17", "0x", "0xf", "1.5", "e+", "E-3", "?", "*",
        "4x", "?x", "tensor", "vector", "memref", "<", ">", "[", "]", "(", ")", "{", "}", "dense", "dense_resource", "loc", "floordiv", "%", "^",
        "@", "#", "!", "-", "+", "=", ":", ",", "/", "//", "|", "...", "->", "{-#", "#-}", "\"", "\\", "\\n", "\\0A", "\\x", "\n", "\r", "\t", " ",
        "\0", "\u000B", "\f", "é", "\uD83D", "\uDE00", "\u0080", "~");

    @Property(tries = 20_000) void anyCharacters(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int n = random.nextInt(20); n > 0; n--) text.append(PIECES.get(random.nextInt(PIECES.size())));
        check(text.toString());
    }

    @Property(tries = 300) void modules(@ForAll long seed) {
        check(ModulePrinter.print(new RandomModules(seed, REGISTRY).module(), null, seed % 2 == 0 ? PrintOptions.GENERIC : PrintOptions.CUSTOM));
    }

    @Test void manyExtents() {
        check("4x".repeat(100_000) + "f32");
        check("tensor<" + "?x".repeat(100_000) + "[");
    }

    private static void check(String text) {
        var source = new SourceText("text.mlir", text);
        var automaton = new PimLexer(new SourceStream(source));
        automaton.removeErrorListeners();
        var lexer = new ShortcutLexer(source);
        Token token, wanted;
        do {
            token = lexer.nextToken();
            wanted = automaton.nextToken();
            assertEquals(place(wanted), place(token), text);
        } while (wanted.getType() != Token.EOF);
    }

    private static List<Integer> place(Token token) {
        return List.of(token.getType(), token.getStartIndex(), token.getStopIndex(), token.getLine(), token.getCharPositionInLine());
    }
}
