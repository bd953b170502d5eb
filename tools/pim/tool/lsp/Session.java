package pim.tool.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import pim.define.Registry;

/// The life of one server: what it can do, and how it ends.
final class Session implements LanguageServer, LanguageClientAware {
    private final Documents documents;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private boolean shutDown;

    Session(Registry registry, Log log) {
        documents = new Documents(registry, log);
    }

    /// The exit status, once the client has asked to exit: 0 if it had the server shut down before, else 1.
    CompletableFuture<Integer> ended() {
        return ended;
    }

    @Override public void connect(LanguageClient client) {
        documents.connect(client);
    }

    @Override public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        var can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setHoverProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setCompletionProvider(new CompletionOptions(false, List.of("%", "^", "@", "#", "!", "\"", ".")));
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("pim-lsp-server")));
    }

    @Override public CompletableFuture<Object> shutdown() {
        shutDown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override public void exit() {
        ended.complete(shutDown ? 0 : 1);
    }

    @Override public void setTrace(SetTraceParams params) {
        // What is traced is said by --log.
    }

    @Override public TextDocumentService getTextDocumentService() {
        return documents;
    }

    @Override public WorkspaceService getWorkspaceService() {
        return new WorkspaceService() {
            @Override public void didChangeConfiguration(DidChangeConfigurationParams params) {
                // There is nothing to configure.
            }

            @Override public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
                // A text is what the editor says, not what lies in the file.
            }
        };
    }
}
