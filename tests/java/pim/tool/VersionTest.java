package pim.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {
    @Test void isThatOfTheBuild() throws Exception {
        var project = Files.readString(Path.of("pom.xml"));
        assertTrue(project.contains("<artifactId>pimlico</artifactId>\n  <version>" + Tool.VERSION + "</version>"));
        assertEquals("pim-opt " + Tool.VERSION, Tools.named("pim-opt").version());
    }
}
