package pim.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import pim.tool.Streams;

/// An editor with one document open, connected through pipes with a server that runs in a thread beside it.
///
/// In the text the editor is given, `|` and its like mark nothing; positions are found by what stands there.
final class Client implements LanguageClient, AutoCloseable {
    static final String URI = "file:///tmp/test.mlir";
    private static final long SECONDS = 60;

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final LanguageServer server;
    private final CompletableFuture<Integer> status;
    final InitializeResult initialized;
    private String text;
    private int version;

    Client() throws Exception {
        var toServer = Pipe.open();
        var toClient = Pipe.open();
        var out = new PrintStream(Channels.newOutputStream(toClient.sink()), false, StandardCharsets.UTF_8);
        var streams = new Streams(Path.of(""), Channels.newInputStream(toServer.source()), out, new PrintStream(OutputStream.nullOutputStream()));
        status = CompletableFuture.supplyAsync(() -> {
            try {
                return new PimLspServer().run(List.of(), streams);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        var launcher = LSPLauncher.createClientLauncher(this, Channels.newInputStream(toClient.source()), Channels.newOutputStream(toServer.sink()));
        launcher.startListening();
        server = launcher.getRemoteProxy();
        initialized = server.initialize(new InitializeParams()).get(SECONDS, TimeUnit.SECONDS);
        server.initialized(new InitializedParams());
    }

    // ---- the text

    List<Diagnostic> open(String text) throws InterruptedException {
        this.text = text;
        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "mlir", ++version, text)));
        return awaitMessages();
    }

    /// Replaces the one occurrence of `part`, as typing does.
    List<Diagnostic> replace(String part, String by) throws InterruptedException {
        int at = text.indexOf(part);
        var range = new Range(position(at), position(at + part.length()));
        text = text.substring(0, at) + by + text.substring(at + part.length());
        return change(new TextDocumentContentChangeEvent(range, by));
    }

    List<Diagnostic> change(TextDocumentContentChangeEvent... changes) throws InterruptedException {
        var document = new VersionedTextDocumentIdentifier(URI, ++version);
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(document, Arrays.asList(changes)));
        return awaitMessages();
    }

    List<Diagnostic> closeDocument() throws InterruptedException {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document()));
        return awaitMessages();
    }

    private List<Diagnostic> awaitMessages() throws InterruptedException {
        var params = published.poll(SECONDS, TimeUnit.SECONDS);
        assertEquals(URI, params.getUri());
        return params.getDiagnostics();
    }

    static TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(URI);
    }

    /// Where the `number`-th occurrence of `part` begins, counted from zero.
    Position at(String part, int number) {
        int at = -1;
        for (int i = 0; i <= number; i++) at = text.indexOf(part, at + 1);
        if (at < 0) throw new IllegalArgumentException(part + " does not stand there so often");
        return position(at);
    }

    Position behind(String part) {
        return position(text.indexOf(part) + part.length());
    }

    private Position position(int offset) {
        int line = (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Position(line, offset - text.lastIndexOf('\n', offset - 1) - 1);
    }

    /// `line:column: text` of the range, counted from one.
    String show(Range range) {
        int start = offset(range.getStart()), end = offset(range.getEnd());
        return range.getStart().getLine() + 1 + ":" + (range.getStart().getCharacter() + 1) + " " + text.substring(start, end);
    }

    private int offset(Position position) {
        int start = 0;
        for (int i = 0; i < position.getLine(); i++) start = text.indexOf('\n', start) + 1;
        return start + position.getCharacter();
    }

    // ---- the questions

    List<String> definition(Position at) throws Exception {
        return get(server.getTextDocumentService().definition(new DefinitionParams(document(), at))).getLeft().stream().map(this::show).toList();
    }

    List<String> references(Position at, boolean declaration) throws Exception {
        var params = new ReferenceParams(document(), at, new ReferenceContext(declaration));
        return get(server.getTextDocumentService().references(params)).stream().map(this::show).toList();
    }

    private String show(Location location) {
        return location.getUri().equals(URI) ? show(location.getRange()) : location.getUri();
    }

    Hover hover(Position at) throws Exception {
        return get(server.getTextDocumentService().hover(new HoverParams(document(), at)));
    }

    String hoverText(Position at) throws Exception {
        return hover(at).getContents().getRight().getValue();
    }

    List<DocumentSymbol> symbols() throws Exception {
        return get(server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(document()))).stream().map(Either::getRight).toList();
    }

    List<FoldingRange> folds() throws Exception {
        return get(server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(document())));
    }

    List<CompletionItem> complete(Position at) throws Exception {
        return get(server.getTextDocumentService().completion(new CompletionParams(document(), at))).getLeft();
    }

    List<CodeAction> actions(Range range) throws Exception {
        var params = new CodeActionParams(document(), range, new CodeActionContext(List.of()));
        return get(server.getTextDocumentService().codeAction(params)).stream().map(Either::getRight).toList();
    }

    LanguageServer server() {
        return server;
    }

    static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    /// Ends the session as an editor does.
    ///
    /// @return the exit status of the server
    int exit(boolean shutDown) throws Exception {
        if (shutDown) get(server.shutdown());
        server.exit();
        return get(status);
    }

    @Override public void close() throws Exception {
        if (!status.isDone()) assertEquals(0, exit(true));
    }

    // ---- what the server says

    @Override public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override public void telemetryEvent(Object object) {}

    @Override public void showMessage(MessageParams params) {}

    @Override public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override public void logMessage(MessageParams message) {}
}
