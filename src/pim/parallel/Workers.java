package pim.parallel;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Threads that help the one which has several things to do. That one works too and never waits for a helper to come free, so work may have
/// more of its kind within.
public final class Workers {
    /// Programs may be nested as deeply for a helper as for the main thread.
    private static final long STACK = 64L << 20;
    /// No helpers.
    public static final Workers NONE = new Workers(0);
    /// With the caller, as many as there are processors.
    public static final Workers OF_PROCESSORS = new Workers(Runtime.getRuntime().availableProcessors() - 1);

    private final int helpers;
    /// Null as long as there has been nothing to do: to make it takes a while.
    private Executor executor;

    public Workers(int helpers) {
        this.helpers = helpers;
    }

    private synchronized Executor executor() {
        if (executor == null) executor = Executors.newFixedThreadPool(helpers, work -> {
            var thread = new Thread(null, work, "worker", STACK);
            thread.setDaemon(true);
            return thread;
        });
        return executor;
    }

    public boolean areNone() {
        return helpers == 0;
    }

    /// Does `work` for each item, in any order and several at a time, and comes back when all is done. What `work` throws is thrown here.
    public <T> void forEach(List<T> items, Consumer<T> work) {
        int helping = Math.min(helpers, items.size() - 1);
        if (helping <= 0) {
            items.forEach(work);
            return;
        }
        var next = new AtomicInteger();
        var done = new CountDownLatch(items.size());
        var thrown = new AtomicReference<Throwable>();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                try {
                    work.accept(items.get(i));
                } catch (Throwable e) {
                    thrown.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            }
        };
        for (int i = 0; i < helping; i++) executor().execute(share);
        share.run();
        await(done);
        switch (thrown.get()) {
            case null -> {}
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// To stop half-way would leave others at work on the program.
    private static void await(CountDownLatch done) {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
