package pim.tool.pimc;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// The steps of a command in order: shows on a terminal which one runs, and keeps how long each took.
final class Stages implements AutoCloseable {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final ProgressBar bar;

    /// @param count how many steps there will be
    Stages(String task, int count, PrintStream err) {
        bar = System.console() == null || !System.console().isTerminal() ? null
            : new ProgressBarBuilder().setTaskName(task).setInitialMax(count).setStyle(ProgressBarStyle.ASCII).setConsumer(new me.tongfei.progressbar.ConsoleProgressBarConsumer(err)).build();
    }

    <T> T run(String name, Callable<T> step) throws IOException {
        if (bar != null) bar.setExtraMessage(name);
        long start = System.nanoTime();
        try {
            return step.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            seconds.merge(name, (System.nanoTime() - start) / 1e9, Double::sum);
            if (bar != null) bar.step();
        }
    }

    /// The seconds of each step by its name, to the millisecond.
    Map<String, Double> seconds() {
        var rounded = new LinkedHashMap<String, Double>();
        seconds.forEach((name, s) -> rounded.put(name, Math.round(s * 1000) / 1000.0));
        return rounded;
    }

    String summary() {
        double total = seconds.values().stream().mapToDouble(s -> s).sum();
        return String.format(Locale.ROOT, "%.1f s", total);
    }

    @Override public void close() {
        if (bar != null) bar.close();
    }
}
