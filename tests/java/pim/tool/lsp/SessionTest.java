package pim.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sessions of an editor with the server, over pipes.
class SessionTest {
    private static final String GOOD = """
        #map = affine_map<(d0) -> (d0 + 1)>
        !t = tensor<4xf32>
        func.func @f(%x: !t, %unused: i8) -> !t {
          %0 = graph.relu %x : (!t) -> !t
          %1:2 = "x.two"(%0, %0) {map = #map} : (!t, !t) -> (i32, i64)
          "x.use"(%1#1, %1#0, %1#1) : (i64, i32, i64) -> ()
          return %0 : !t
        }
        module @inner {
          func.func @g() {
            "x.br"()[^end] : () -> ()
          ^end:
            "x.calls"() {callee = @inner::@g} : () -> ()
            func.call @g() : () -> ()
            return
          }
        }
        "x.refers"() {to = @inner::@g, f = @f} : () -> ()
        """;

    private Client client;

    @BeforeEach void start() throws Exception {
        client = new Client();
    }

    @AfterEach void end() throws Exception {
        client.close();
    }

    // ---- messages

    @Test void messagesFollowTheText() throws Exception {
        assertEquals(List.of(), client.open(GOOD));
        var messages = client.replace("return %0", "return %9");
        assertEquals(1, messages.size());
        assertEquals("use of undeclared SSA value name '%9'", messages.getFirst().getMessage().getLeft());
        assertEquals("7:10 %9", client.show(messages.getFirst().getRange()));
        assertEquals(DiagnosticSeverity.Error, messages.getFirst().getSeverity());
        assertEquals(List.of(), client.replace("return %9", "return %0"));
        assertEquals(1, client.replace("return %0", "return %x, %").size());
        assertEquals(List.of(), client.closeDocument());
    }

    @Test void notesAreRelatedInformation() throws Exception {
        var messages = client.open("func.func @f() { return }\nfunc.func @f() { return }\n");
        assertEquals(List.of("redefinition of symbol named 'f'"), messages.stream().map(m -> m.getMessage().getLeft()).toList());
        var note = messages.getFirst().getRelatedInformation().getFirst();
        assertEquals("see existing symbol definition here", note.getMessage());
        assertEquals("1:1 func.func", client.show(note.getLocation().getRange()));
    }

    @Test void theVerifierSpeaksOfAllItFinds() throws Exception {
        var messages = client.open("func.func @f(%x: i8) -> i16 { return %x : i8 }\nfunc.func @g(%x: i8) -> i16 { return %x : i8 }\n");
        assertEquals(List.of("1:31 return", "2:31 return"), messages.stream().map(m -> client.show(m.getRange())).toList());
    }

    @Test void partsBetweenMarkersAreModulesByThemselves() throws Exception {
        var messages = client.open("func.func @f() { return }\n// -----\nfunc.func @f() { rturn }\n// -----\nfunc.func @f() { retrn }\n");
        assertEquals(List.of("3:18 rturn", "5:18 retrn"), messages.stream().map(m -> client.show(m.getRange())).toList());
        client.replace("retrn", "call @f() : () -> () return");
        assertEquals(List.of("5:1 func.func"), client.definition(client.at("@f", 3)));
        assertEquals(List.of("1:1 func.func"), client.definition(client.at("@f", 0)));
    }

    @Test void changesMayReplaceRangesOrAll() throws Exception {
        client.open("module {}\n");
        var all = new TextDocumentContentChangeEvent("mdule {\n}\n");
        var range = new TextDocumentContentChangeEvent(new Range(new Position(0, 1), new Position(0, 1)), "o");
        assertEquals(List.of(), client.change(all, range));
        var beyond = new TextDocumentContentChangeEvent(new Range(new Position(0, 90), new Position(90, 90)), "\n}\n\"");
        assertEquals(1, client.change(beyond).size());
    }

    @Test void messagesCanBecomeAnnouncements() throws Exception {
        client.open("func.func @f() { return }\n  func.func @f() { return }\n");
        var actions = client.actions(new Range(new Position(1, 0), new Position(1, 1)));
        assertEquals(1, actions.size());
        var edits = actions.getFirst().getEdit().getChanges().get(Client.URI);
        assertEquals(List.of("  // expected-error @below {{redefinition of symbol named 'f'}}\n",
            "// expected-note @below {{see existing symbol definition here}}\n"), edits.stream().map(e -> e.getNewText()).toList());
        assertEquals(List.of(1, 0), edits.stream().map(e -> e.getRange().getStart().getLine()).toList());
        assertEquals(List.of(), client.actions(new Range(new Position(0, 0), new Position(0, 1))));
    }

    // ---- names

    @Test void values() throws Exception {
        client.open(GOOD);
        assertEquals(List.of("4:3 %0"), client.definition(client.at("%0", 3)));
        assertEquals(List.of("3:14 %x"), client.definition(client.at("%x", 1)));
        assertEquals(List.of("5:3 %1"), client.definition(client.at("%1#0", 0)));
        assertEquals(List.of("4:3 %0", "5:18 %0", "5:22 %0", "7:10 %0"), client.references(client.at("%0", 0), true));
        assertEquals(List.of("5:18 %0", "5:22 %0", "7:10 %0"), client.references(client.at("%0", 1), false));
        assertEquals(List.of("6:11 %1#1", "6:23 %1#1"), client.references(client.at("%1#1", 0), false));
        assertEquals(List.of("6:11 %1#1", "6:17 %1#0", "6:23 %1#1"), client.references(client.at("%1:2", 0), false));
        assertEquals(List.of(), client.definition(client.at("affine_map", 0)));
    }

    @Test void blocks() throws Exception {
        client.open(GOOD);
        assertEquals(List.of("12:3 ^end"), client.definition(client.at("^end", 0)));
        assertEquals(List.of("11:14 ^end", "12:3 ^end"), client.references(client.at("^end", 1), true));
    }

    @Test void symbols() throws Exception {
        client.open(GOOD);
        assertEquals(List.of("10:3 func.func"), client.definition(client.at("@g", 3)));
        assertEquals(List.of("9:1 module"), client.definition(client.at("@inner", 1)));
        assertEquals(List.of("3:1 func.func"), client.definition(client.at("@f", 1)));
        assertEquals(List.of("10:3 func.func", "10:13 @g", "13:35 @g", "14:15 @g", "18:28 @g"), client.references(client.at("@g", 0), true));
    }

    @Test void aliases() throws Exception {
        client.open(GOOD);
        assertEquals(List.of("1:1 #map"), client.definition(client.at("#map", 1)));
        assertEquals(List.of("2:1 !t"), client.definition(client.at("!t", 1)));
        assertEquals(List.of("1:1 #map", "5:33 #map"), client.references(client.at("#map", 0), true));
    }

    @Test void anOperationIsReferredToByItsResults() throws Exception {
        client.open(GOOD);
        assertEquals(List.of("6:11 %1#1", "6:17 %1#0", "6:23 %1#1"), client.references(client.at("\"x.two\"", 0), false));
    }

    // ---- hover

    @Test void hoverOnAnOperationShowsItsPageAndItsGenericForm() throws Exception {
        client.open(GOOD);
        var text = client.hoverText(client.at("graph.relu", 0));
        assertTrue(text.startsWith("\"graph.relu\" : `tensor<4xf32>`\n\n`max(x, 0)`."), text);
        assertTrue(text.contains("| `input` | operand |"), text);
        assertTrue(text.endsWith("```mlir\n\"graph.relu\"(%x) : (tensor<4xf32>) -> tensor<4xf32>\n```"), text);
        assertEquals("4:8 graph.relu", client.show(client.hover(client.at("graph.relu", 0)).getRange()));
        assertTrue(client.hoverText(client.at("\"x.br\"", 0)).endsWith("\"x.br\"()[^end] : () -> ()\n```"));
        assertTrue(client.hoverText(client.at("\"x.use\"", 0)).contains("\"x.use\"(%1#1, %1#0, %1#1)"));
    }

    @Test void hoverOnNames() throws Exception {
        client.open(GOOD);
        assertEquals("Operation: \"x.two\"\n\nResult #1: `%1#1`\n\nType: `i64`", client.hoverText(client.at("%1#1", 0)));
        assertEquals("Block: ^bb0\n\nArgument #1: `%unused`\n\nType: `i8`", client.hoverText(client.at("%unused", 0)));
        assertEquals("Operation: \"func.func\"\n\nBlock: ^end\n\nPredecessors: ^bb0", client.hoverText(client.at("^end", 0)));
        assertEquals("```mlir\n#map = affine_map<(d0) -> (d0 + 1)>\n```", client.hoverText(client.at("#map", 1)));
        assertTrue(client.hoverText(client.at("@inner", 1)).startsWith("\"builtin.module\""));
        assertNull(client.hover(client.at("affine_map", 0)));
    }

    // ---- the document as a whole

    @Test void theOutlineIsATree() throws Exception {
        client.open(GOOD);
        assertEquals("[@f Function [], @inner Namespace [@g Function []]]", outline(client.symbols()));
    }

    private static String outline(List<DocumentSymbol> symbols) {
        return symbols.stream().map(s -> s.getName() + " " + s.getKind() + " " + outline(s.getChildren())).toList().toString();
    }

    @Test void regionsCommentsAndResourcesFold() throws Exception {
        client.open("// one\n// two\nmodule {\n  module {\n  }\n  \"x.y\"() : () -> ()\n}\n{-#\n  dialect_resources: {\n  }\n#-}\n");
        var folds = client.folds().stream().map(f -> f.getStartLine() + "-" + f.getEndLine() + " " + f.getKind()).toList();
        assertEquals(List.of("2-5 region", "0-1 comment", "7-9 region"), folds);
    }

    // ---- a text in the making

    @Test void aboutABrokenTextTheLastGoodOneIsAsked() throws Exception {
        client.open(GOOD);
        assertEquals(1, client.replace("  return %0 : !t\n", "  return %0 : \n  %new = \n\n").size());
        assertEquals(List.of("4:3 %0"), client.definition(client.at("%0", 1)));
        assertEquals(List.of("4:3 %0", "5:18 %0", "5:22 %0"), client.references(client.at("%0", 0), true));
        assertEquals(List.of("12:3 func.func"), client.definition(client.at("@g", 1)));
        assertEquals(List.of("4:3 %0"), client.definition(client.at("%0", 3)), "on a line that is new");
        assertEquals("[@f Function [], @inner Namespace [@g Function []]]", outline(client.symbols()));
        assertTrue(client.hoverText(client.at("%unused", 0)).contains("`i8`"));
    }

    @Test void ofATextThatNeverWasGoodThePartBeforeTheErrorIsKnown() throws Exception {
        client.open("%0 = \"x.y\"() : () -> i8\n\"x.z\"(%0) : (i8) -> ()\n\"x.z\"(");
        assertEquals(List.of("1:1 %0"), client.definition(client.at("%0", 1)));
        assertTrue(client.hoverText(client.at("%0", 1)).contains("`i8`"));
    }

    // ---- completion

    private List<String> complete(String before, String after) throws Exception {
        client.open(before + after);
        return client.complete(client.behind(before)).stream().map(CompletionItem::getLabel).toList();
    }

    @Test void operationsAreCompleted() throws Exception {
        var items = complete("func.func @f(%x: i8) {\n  ", "\n}\n");
        assertTrue(items.containsAll(List.of("return", "graph.relu", "func.return", "graph.", "module")), items::toString);
        assertFalse(items.contains("%x"), items::toString);
        items = complete("func.func @f(%x: i8) {\n  %0 = gr", "\n  return\n}\n");
        assertTrue(items.contains("graph.relu"), items::toString);
        items = complete("\"gr", "");
        assertTrue(items.contains("\"graph.relu\""), items::toString);
        var relu = client.complete(client.behind("\"gr")).stream().filter(i -> i.getLabel().equals("\"graph.relu\"")).findFirst().orElseThrow();
        assertEquals("`max(x, 0)`.", relu.getDetail());
        assertEquals("\"graph.relu\"", relu.getTextEdit().getLeft().getNewText());
        assertEquals("1:1 \"gr", client.show(relu.getTextEdit().getLeft().getRange()));
    }

    @Test void operandsAreThoseInScope() throws Exception {
        var before = "%far = \"x.y\"() : () -> i8\nfunc.func @f(%x: i8) {\n  %0:2 = \"x.y\"() : () -> (i8, i16)\n"
            + "  \"x.z\"() ({ %in = \"x.y\"() : () -> i8 }) : () -> ()\n  \"x.use\"(%";
        assertEquals(List.of("%0#0", "%0#1", "%x"), complete(before, ") : () -> ()\n}\n").stream().sorted().toList());
        var item = client.complete(client.behind("\"x.use\"(%")).stream().filter(i -> i.getLabel().equals("%0#1")).findFirst().orElseThrow();
        assertEquals("i16", item.getDetail());
        assertTrue(complete("func.func @f(%x: tensor<4xf32>) {\n  graph.relu ", "").contains("%x"));
    }

    @Test void namesAreCompleted() throws Exception {
        assertEquals(List.of("^a", "^b"), complete("\"x.y\"() ({\n^a:\n  \"x.br\"()[^",
            "] : () -> ()\n^b:\n  \"x.r\"() ({\n^inner:\n}) : () -> ()\n}) : () -> ()\n"));
        client.open(GOOD);
        client.replace("f = @f", "f = @");
        var symbols = client.complete(client.behind("f = @")).stream().map(CompletionItem::getLabel).sorted().toList();
        assertEquals(List.of("@f", "@g", "@inner"), symbols);
        assertTrue(complete("#map = 1 : i8\n\"x.y\"() {a = #", "").contains("#map"));
        assertTrue(complete("!t = i8\n\"x.y\"() {a = !", "").containsAll(List.of("!t", "!quant.")));
    }

    @Test void typesAttributesAndKeywordsAreCompleted() throws Exception {
        assertTrue(complete("!t = i8\nfunc.func @f(%x: ", "").containsAll(List.of("!t", "index", "tensor<", "f32")));
        assertTrue(complete("\"x.y\"() : () -> ", "").contains("i32"));
        var names = complete("func.func @f(%x: i8, %w: i8) {\n  %0 = \"graph.conv2d\"(%x, %w) <{", "");
        assertTrue(names.containsAll(List.of("pads", "strides")), names::toString);
        assertTrue(complete("func.func @f(%x: i8, %w: i8) {\n  %0 = \"graph.conv2d\"(%x, %w) <{pads = ", "").contains("array<"));
        var words = complete("func.func @f(%x: i8, %w: i8) {\n  %0 = graph.conv2d %x, %w ", "");
        assertTrue(words.containsAll(List.of("pads", "strides")), words::toString);
    }

    @Test void completionKnowsWhereItIsDespiteEarlierErrors() throws Exception {
        var items = complete("func.func @f(%x: i8) {\n  oops\n  ", "\n}\n");
        assertTrue(items.contains("graph.relu"), items::toString);
    }

    // ---- the session

    @Test void theServerSaysWhatItCanDo() {
        assertEquals(TextDocumentSyncKind.Incremental, client.initialized.getCapabilities().getTextDocumentSync().getLeft());
        assertEquals("pim-lsp-server", client.initialized.getServerInfo().getName());
    }

    @Test void aboutADocumentThatIsNotOpenNothingIsKnown() throws Exception {
        var at = new Position(0, 0);
        assertEquals(List.of(), client.references(at, true));
        assertEquals(List.of(), client.definition(at));
        assertNull(client.hover(at));
        assertEquals(List.of(), client.symbols());
        assertEquals(List.of(), client.folds());
        assertEquals(List.of(), client.complete(at));
        assertEquals(List.of(), client.actions(new Range(at, at)));
    }

    @Test void exitWithoutShutdownIsAnError() throws Exception {
        assertEquals(1, client.exit(false));
    }

    @Test void deepNestingIsAMessage() throws Exception {
        assertEquals(1, client.open("\"a.b\"() ({".repeat(20_000)).size());
        assertEquals(List.of(), client.complete(client.behind("\"a.b\"() ({")).stream().filter(i -> i.getLabel().startsWith("%")).toList());
    }
}
