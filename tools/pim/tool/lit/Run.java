package pim.tool.lit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Runs tests, several at a time, until all have run, too many have failed or the time is up.
final class Run {
    private final Execution execution;
    private final long mostFailures;
    private final long deadline;
    private final BiConsumer<TestCase, Result> listener;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile String stopped;

    /// @param seconds how long the whole run may take
    /// @param listener is told each result
    Run(Execution execution, long mostFailures, long seconds, BiConsumer<TestCase, Result> listener) {
        this.execution = execution;
        this.mostFailures = mostFailures;
        this.deadline = seconds > Integer.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        this.listener = listener;
    }

    /// Why tests were left out, or null where none was.
    String stopped() {
        return stopped;
    }

    /// The result of each test, in the order of `tests`.
    Map<TestCase, Result> execute(List<TestCase> tests, int workers) throws InterruptedException {
        var results = new Result[tests.size()];
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < workers; i++) threads.add(Thread.ofPlatform().name("lit-" + i).start(() -> work(tests, results)));
        for (var thread : threads) thread.join();
        var named = new LinkedHashMap<TestCase, Result>();
        for (int i = 0; i < results.length; i++) named.put(tests.get(i), results[i] != null ? results[i] : Result.of(Result.Code.SKIPPED, ""));
        return named;
    }

    private void work(List<TestCase> tests, Result[] results) {
        for (int i = next.getAndIncrement(); i < tests.size() && stopped == null; i = next.getAndIncrement()) {
            var result = result(tests.get(i));
            if (result.code() == Result.Code.TIMEOUT && isLate()) {
                stopped = "reached timeout";
                return;
            }
            results[i] = result;
            listener.accept(tests.get(i), result);
            if (result.code().isFailure() && failures.incrementAndGet() >= mostFailures) stopped = "reached maximum number of test failures";
            else if (isLate()) stopped = "reached timeout";
        }
    }

    private boolean isLate() {
        return deadline != Long.MAX_VALUE && System.nanoTime() >= deadline;
    }

    private Result result(TestCase test) {
        try {
            var left = deadline == Long.MAX_VALUE ? execution.timeout() : Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            return test.run(left.compareTo(execution.timeout()) < 0 ? execution.within(left) : execution);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.of(Result.Code.UNRESOLVED, "interrupted");
        } catch (IOException | RuntimeException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return Result.of(Result.Code.UNRESOLVED, "Exception during script execution:\n" + trace);
        }
    }
}
