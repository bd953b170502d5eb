package pim.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pim.tool.Main;
import pim.tool.Streams;

/// The server as a process of its own, started as the launcher starts it, and its command line.
@Timeout(60)
class ProcessTest {
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
    private static final String SHUTDOWN = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
    private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-XX:+UseSerialGC", "-cp", classes, Main.class.getName(), "pim-lsp-server").start();
    }

    private static void send(Process server, String... messages) throws IOException {
        for (var message : messages) {
            server.getOutputStream().write(("Content-Length: " + message.length() + "\r\n\r\n" + message).getBytes(StandardCharsets.UTF_8));
        }
        server.getOutputStream().flush();
    }

    @Test void theProcessEndsWhenItIsToldTo() throws Exception {
        var server = start();
        send(server, INITIALIZE, SHUTDOWN, EXIT);
        // Standard input stays open, as some editors leave it.
        assertTrue(server.waitFor(50, TimeUnit.SECONDS));
        assertEquals(0, server.exitValue());
        var out = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(out.startsWith("Content-Length: ") && out.contains("\"serverInfo\"") && out.contains("\"id\":2,\"result\":null"), out);
        assertEquals("", new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test void theProcessEndsWithItsInput() throws Exception {
        var server = start();
        send(server, INITIALIZE);
        server.getOutputStream().close();
        assertTrue(server.waitFor(50, TimeUnit.SECONDS));
        assertEquals(1, server.exitValue());
    }

    private String out, err;

    private int run(String input, String... arguments) throws IOException {
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        var streams = new Streams(Path.of(""), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintStream(outBytes),
            new PrintStream(errBytes));
        int status = new PimLspServer().run(List.of(arguments), streams);
        streams.flush();
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    @Test void theCommandLine() throws IOException {
        assertEquals(0, run("", "--help"));
        assertTrue(out.contains("--lit-test") && out.contains("Neovim") && out.contains("eglot"), out);
        assertEquals(0, run("", "--version"));
        assertTrue(out.startsWith("pim-lsp-server"), out);
        assertEquals(2, run("", "--log=loud"));
        assertEquals("pim-lsp-server: error: Invalid value for option '--log': expected one of [ERROR, INFO, VERBOSE] (case-insensitive)"
            + " but was 'loud' (--help lists the options)\n", err);
        assertEquals(2, run("", "--nonsense"));
        assertEquals(1, run("", "--irdl-file=nowhere.mlir"));
        assertEquals("nowhere.mlir: error: there is no such file\n", err);
    }

    @Test void messagesThatAreNoneAreAnswered() throws IOException {
        assertEquals(1, run("Content-Length: 5\r\n\r\n{nope"));
        assertTrue(err.startsWith("E ") && err.lines().count() == 1, err);
        var session = String.join("\n// -----\n", "this is no message", INITIALIZE, SHUTDOWN, EXIT);
        assertEquals(0, run(session, "--input-style=delimited"));
        assertTrue(out.contains("\"serverInfo\""), out);
        assertEquals(1, run(INITIALIZE + "\n// -----\n" + EXIT, "--input-style=delimited", "--pretty", "--log=info"));
        assertTrue(out.contains("\n  \"id\": 1"), out);
    }

    @Test void aRequestOfAKindThatWasNotOfferedIsAnsweredAsSuch() throws IOException {
        var rename = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"textDocument/rename\",\"params\":{\"textDocument\":{\"uri\":\"file:///a\"},"
            + "\"position\":{\"line\":0,\"character\":0},\"newName\":\"b\"}}";
        assertEquals(0, run(String.join("\n// -----\n", INITIALIZE, rename, SHUTDOWN, EXIT), "--input-style=delimited"));
        assertTrue(out.contains("-32601") && !out.contains("java."), out);
        assertEquals("", err);
    }
}
