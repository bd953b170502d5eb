package pim.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the AOT cache is made from runs without an error; every tool has a page of help.
class WarmUpTest {
    @Test void runs() throws IOException {
        assertEquals(0, new WarmUp().run(List.of("tools/warm-up.mlir"), new Streams(Path.of(""), System.in, System.out, System.err)));
    }
}
