package pim.tool.lsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import pim.define.Registry;

/// The open documents, and the answers to what the editor asks about them. About a document that is not open nothing is known.
final class Documents implements TextDocumentService {
    private final Map<String, Document> documents = new HashMap<>();
    private final Registry registry;
    private final OpPages pages;
    private final Log log;
    private LanguageClient client;

    Documents(Registry registry, Log log) {
        this.registry = registry;
        this.log = log;
        pages = new OpPages(registry);
    }

    void connect(LanguageClient client) {
        this.client = client;
    }

    // ---- the texts

    @Override public void didOpen(DidOpenTextDocumentParams params) {
        var opened = params.getTextDocument();
        var document = new Document(opened.getUri(), opened.getText(), registry);
        documents.put(opened.getUri(), document);
        publish(document, opened.getVersion());
    }

    @Override public void didChange(DidChangeTextDocumentParams params) {
        var document = documents.get(params.getTextDocument().getUri());
        if (document == null) return;
        document.change(params.getContentChanges());
        publish(document, params.getTextDocument().getVersion());
    }

    @Override public void didClose(DidCloseTextDocumentParams params) {
        var uri = params.getTextDocument().getUri();
        if (documents.remove(uri) != null) client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }

    @Override public void didSave(DidSaveTextDocumentParams params) {
        // What is saved has been told as it was typed.
    }

    private void publish(Document document, Integer version) {
        var messages = new Messages(document);
        var diagnostics = document.chunks().stream().flatMap(c -> c.messages().stream()).map(messages::of).toList();
        log.info(document.uri + ": " + diagnostics.size() + " messages");
        client.publishDiagnostics(new PublishDiagnosticsParams(document.uri, diagnostics, version));
    }

    // ---- the questions

    @Override public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(DefinitionParams params) {
        var found = new ArrayList<Location>();
        var document = documents.get(params.getTextDocument().getUri());
        for (var view : views(document, params.getPosition())) {
            var mention = view.at(params.getPosition());
            var definition = mention == null ? null : view.index().definition(mention);
            if (definition == null) continue;
            for (var range : view.ranges(List.of(definition.place()).stream())) found.add(new Location(document.uri, range));
            if (definition instanceof Mention.OpName op) found.addAll(new Messages(document).elsewhere(op.op().location()));
            if (!found.isEmpty()) break;
        }
        return CompletableFuture.completedFuture(Either.forLeft(found));
    }

    @Override public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        var document = documents.get(params.getTextDocument().getUri());
        boolean declaration = params.getContext() == null || params.getContext().isIncludeDeclaration();
        for (var view : views(document, params.getPosition())) {
            var mention = view.at(params.getPosition());
            if (mention == null) continue;
            var definition = view.index().definition(mention);
            var places = view.index().references(mention).stream().filter(m -> declaration || !m.equals(definition)).map(Mention::place);
            var found = view.ranges(places).stream().map(range -> new Location(document.uri, range)).toList();
            if (!found.isEmpty()) return CompletableFuture.completedFuture(found);
        }
        return CompletableFuture.completedFuture(List.of());
    }

    @Override public CompletableFuture<Hover> hover(HoverParams params) {
        var document = documents.get(params.getTextDocument().getUri());
        for (var view : views(document, params.getPosition())) {
            var mention = view.at(params.getPosition());
            var chunk = document.chunkAt(params.getPosition());
            var text = mention == null ? null : new HoverText(view.index(), view.shift() == LineShift.NONE ? chunk : chunk.good(), pages).of(mention);
            if (text == null) continue;
            return CompletableFuture.completedFuture(new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), view.range(mention.place())));
        }
        return CompletableFuture.completedFuture(null);
    }

    private static List<View> views(Document document, Position position) {
        return document == null ? List.of() : document.chunkAt(position).views();
    }

    @Override public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(DocumentSymbolParams params) {
        var symbols = new ArrayList<Either<SymbolInformation, DocumentSymbol>>();
        var document = documents.get(params.getTextDocument().getUri());
        if (document != null) {
            for (var chunk : document.chunks()) {
                for (var symbol : new Outline(chunk.views().getFirst()).symbols()) symbols.add(Either.forRight(symbol));
            }
        }
        return CompletableFuture.completedFuture(symbols);
    }

    @Override public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        var document = documents.get(params.getTextDocument().getUri());
        return CompletableFuture.completedFuture(document == null ? List.of() : Folds.of(document));
    }

    @Override public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        var document = documents.get(params.getTextDocument().getUri());
        var items = document == null ? List.<CompletionItem>of() : Completion.at(params.getPosition(), document, registry, pages);
        return CompletableFuture.completedFuture(Either.forLeft(items));
    }

    @Override public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        var document = documents.get(params.getTextDocument().getUri());
        var actions = document == null ? List.<CodeAction>of() : ExpectedLines.actions(document, params.getRange());
        return CompletableFuture.completedFuture(actions.stream().map(Either::<Command, CodeAction>forRight).toList());
    }
}
