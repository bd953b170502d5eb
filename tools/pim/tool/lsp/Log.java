package pim.tool.lsp;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the server says to standard error about its work.
record Log(Level level, PrintStream out) {
    enum Level { ERROR, INFO, VERBOSE }

    /// What LSP4J logs, of bad messages for example, goes to the same place, a line each.
    void adopt(Logger logger) {
        logger.setUseParentHandlers(false);
        for (var handler : logger.getHandlers()) logger.removeHandler(handler);
        logger.addHandler(new Handler() {
            @Override public void publish(LogRecord entry) {
                say(Level.ERROR, entry.getMessage() + (entry.getThrown() == null ? "" : ": " + entry.getThrown().getMessage()));
            }

            @Override public void flush() {}

            @Override public void close() {}
        });
    }

    void info(String message) {
        say(Level.INFO, message);
    }

    void verbose(String message) {
        say(Level.VERBOSE, message);
    }

    private void say(Level of, String message) {
        if (of.compareTo(level) > 0) return;
        out.println(of.name().charAt(0) + " " + message);
        out.flush();
    }
}
