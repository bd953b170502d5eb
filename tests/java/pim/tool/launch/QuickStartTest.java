package pim.tool.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuickStartTest {
    @TempDir private Path folder;

    private static int version(Path jar, String entry) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return ClassFile.of().parse(file.getInputStream(file.getEntry(entry)).readAllBytes()).majorVersion();
        }
    }

    @Test void classesOfOldFormatsBecomeRecentOnesThatWork() throws Exception {
        var jar = folder.resolve("old.jar");
        Files.copy(Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI()), jar);
        assertTrue(version(jar, "picocli/CommandLine.class") < 50);
        QuickStart.main(new String[] {folder.toString()});
        assertTrue(version(jar, "picocli/CommandLine.class") >= 50);
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            var commandLine = loader.loadClass("picocli.CommandLine");
            var usage = commandLine.getMethod("getUsageMessage").invoke(commandLine.getConstructor(Object.class).newInstance(
                loader.loadClass("picocli.CommandLine$HelpCommand").getConstructor().newInstance()));
            assertTrue(usage.toString().contains("help"), usage.toString());
        }
    }

    @Test void signaturesAreLeftOutAndAllElseIsKept() throws Exception {
        var jar = folder.resolve("signed.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var name : new String[] {"META-INF/MANIFEST.MF", "META-INF/A.SF", "META-INF/A.RSA", "META-INF/services/x.SF", "a.txt"}) {
                out.putNextEntry(new JarEntry(name));
                out.write("Manifest-Version: 1.0\n".getBytes());
                out.closeEntry();
            }
        }
        QuickStart.main(new String[] {folder.toString()});
        try (var file = new JarFile(jar.toFile())) {
            assertNull(file.getEntry("META-INF/A.SF"));
            assertNull(file.getEntry("META-INF/A.RSA"));
            assertNotNull(file.getEntry("META-INF/services/x.SF"));
            assertEquals("Manifest-Version: 1.0\n", new String(file.getInputStream(file.getEntry("a.txt")).readAllBytes()));
        }
    }
}
