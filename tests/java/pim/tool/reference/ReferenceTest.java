package pim.tool.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The reference pages in the tree are those that the definitions give.
class ReferenceTest {
    @Test void pagesAreUpToDate() throws IOException {
        var pages = Reference.pages(Path.of("dialects"));
        assertFalse(pages.isEmpty());
        for (var page : pages.entrySet()) {
            assertEquals(page.getValue(), Files.exists(page.getKey()) ? Files.readString(page.getKey()) : "", page.getKey()
                + " is out of date: run tools/reference");
        }
    }
}
