package pim.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks on while a text is worked on, and keeps the text if that does not end: a minute is more than any delay of the machine's explains.
final class Watch implements AutoCloseable {
    private static final long LONGEST_MILLIS = 60_000;
    private static volatile Watch current;

    static {
        Thread.ofPlatform().daemon().start(Watch::look);
    }

    private final String text;
    private final FuzzTarget target;
    private final long start = System.currentTimeMillis();

    private Watch(String text, FuzzTarget target) {
        this.text = text;
        this.target = target;
    }

    static Watch over(String text, FuzzTarget target) {
        current = new Watch(text, target);
        return current;
    }

    @Override public void close() {
        current = null;
    }

    private static void look() {
        try {
            while (true) {
                Thread.sleep(1000);
                var watch = current;
                if (watch == null || System.currentTimeMillis() - watch.start < LONGEST_MILLIS) continue;
                var file = Path.of("target/fuzz", watch.target.label() + "-hang");
                Files.createDirectories(file.getParent());
                Files.write(file, watch.text.getBytes(StandardCharsets.UTF_8));
                System.out.println(file + ": does not end");
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
