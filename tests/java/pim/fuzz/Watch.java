package pim.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks on while a text is worked on, and keeps the text if that does not end. It looks every second; a minute of looks is more than any delay of
/// the machine's explains, and a process that is stopped for a while does not look.
final class Watch implements AutoCloseable {
    private static final int MOST_LOOKS = 60;
    private static volatile Watch current;

    static {
        Thread.ofPlatform().daemon().start(Watch::look);
    }

    private final String text;
    private final FuzzTarget target;
    private int looks;

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
                if (watch == null || ++watch.looks < MOST_LOOKS) continue;
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
