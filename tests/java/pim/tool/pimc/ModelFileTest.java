package pim.tool.pimc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir private Path folder;

    @Test void aNetworkOfTheZooGoesWhenItIsClosed() throws IOException {
        var model = ModelFile.ofZoo("lenet", 0);
        assertTrue(Files.size(model.path()) > 0);
        model.close();
        assertFalse(Files.exists(model.path().getParent()));
    }

    @Test void aFileOfTheUserStays() throws IOException {
        var file = Files.writeString(folder.resolve("own.onnx"), "own");
        ModelFile.ofUser(file).close();
        assertEquals("own", Files.readString(file));
    }

    @Test void nothingIsLeftOfANetworkThatCannotBeWritten() throws IOException {
        var name = "missing" + System.nanoTime();
        assertThrows(IllegalArgumentException.class, () -> ModelFile.ofZoo(name, 0));
        try (var left = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "*" + name + "*")) {
            assertFalse(left.iterator().hasNext());
        }
    }
}
