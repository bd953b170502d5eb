package pim.tool.lsp;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine;
import pim.define.Registry;
import pim.tool.Extensions;
import pim.tool.FileErrors;
import pim.tool.Streams;
import pim.tool.Tool;

/// `pim-lsp-server`: serves an editor over standard input and output by the Language Server Protocol, as mlir-lsp-server does.
public record PimLspServer() implements Tool {
    /// How deep the syntax of a text may be depends on it.
    private static final long STACK_BYTES = 64L << 20;
    private static final Logger LSP4J = Logger.getLogger("org.eclipse.lsp4j");

    @Command(name = "pim-lsp-server", sortOptions = false, usageHelpAutoWidth = false, usageHelpWidth = 120,
        description = "Serves an editor over standard input and output by the Language Server Protocol: messages as you type, go to definition, "
            + "references, hover, symbols, completion, folding, and expected-error comments for the messages shown.",
        footer = {"",
            "VS Code      the extension \"MLIR\" with the setting \"mlir.server_path\": \"PIMLICO/tools/pim-lsp-server\"",
            "Neovim 0.11  vim.lsp.config('pimlico', {cmd = {'PIMLICO/tools/pim-lsp-server'}, filetypes = {'mlir'}})",
            "             vim.lsp.enable('pimlico')",
            "Emacs 29     (add-to-list 'eglot-server-programs '(mlir-mode . (\"PIMLICO/tools/pim-lsp-server\")))",
            "",
            "Exit status: 0 the client had it shut down and exit, 1 the connection ended otherwise, 2 the command line is wrong."})
    private static final class Options {
        @Option(names = "--log", paramLabel = "error|info|verbose", defaultValue = "error",
            description = "What is written to standard error (default: error).")
        Log.Level log;
        @Option(names = "--input-style", paramLabel = "standard|delimited", defaultValue = "standard",
            description = "Whether messages have the protocol's headers or stand between lines '// -----'.")
        InputStyle style;
        @Option(names = "--pretty", description = "Writes answers laid out to be read.")
        boolean pretty;
        @Option(names = "--lit-test", description = "Short for --input-style=delimited --pretty --log=verbose.")
        boolean litTest;
        Extensions extensions = new Extensions();
        @Option(names = {"--help", "-h"}, usageHelp = true, description = "Prints this.")
        boolean help;
        @Option(names = "--version", versionHelp = true, description = "Prints the version.")
        boolean version;
    }

    enum InputStyle { STANDARD, DELIMITED }

    @Override public String name() {
        return "pim-lsp-server";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        var options = new Options();
        var command = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        command.getCommandSpec().addMixin("extensions", options.extensions.options().spec());
        try {
            options.extensions.options().use(command.parseArgs(arguments.toArray(String[]::new)));
        } catch (CommandLine.ParameterException e) {
            io.err().println("pim-lsp-server: error: " + e.getMessage() + " (--help lists the options)");
            return 2;
        }
        if (options.help) command.usage(new PrintWriter(io.out(), true, StandardCharsets.UTF_8), CommandLine.Help.Ansi.OFF);
        else if (options.version) io.out().println(version());
        else return FileErrors.guard(name(), io, () -> serve(options, options.extensions.load(io).registry(), io));
        return 0;
    }

    private static int serve(Options options, Registry registry, Streams io) {
        boolean delimited = options.litTest || options.style == InputStyle.DELIMITED;
        var log = new Log(options.litTest ? Log.Level.VERBOSE : options.log, io.err());
        log.adopt(LSP4J);
        var session = new Session(registry, log);
        var threads = Executors.newCachedThreadPool(work -> Thread.ofPlatform().daemon().stackSize(STACK_BYTES).unstarted(work));
        var launcher = new LSPLauncher.Builder<LanguageClient>().setLocalService(session).setRemoteInterface(LanguageClient.class)
            .setInput(delimited ? Delimited.input(io.in()) : io.in())
            .setOutput(options.litTest || options.pretty ? Delimited.pretty(io.out()) : io.out()).setExecutorService(threads)
            .wrapMessages(wrapped -> message -> {
                log.verbose(message.toString());
                wrapped.consume(message);
            }).setExceptionHandler(PimLspServer::answer).create();
        session.connect(launcher.getRemoteProxy());
        var listening = launcher.startListening();
        var connection = CompletableFuture.supplyAsync(() -> atEndOf(listening), threads);
        CompletableFuture.anyOf(session.ended(), connection).join();
        // A thread that reads standard input cannot be stopped; it does not keep the process.
        threads.shutdownNow();
        return session.ended().getNow(1);
    }

    /// A request that the server never said it could answer is no failure of it.
    private static ResponseError answer(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof UnsupportedOperationException)) continue;
            return new ResponseError(ResponseErrorCode.MethodNotFound, "the server does not answer requests of this kind", null);
        }
        return RemoteEndpoint.DEFAULT_EXCEPTION_HANDLER.apply(thrown);
    }

    private static Void atEndOf(Future<?> listening) {
        try {
            listening.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
