package pim.dialect.arch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pim.diagnose.SourceText;

/// The descriptions that come with Pimlico: the files of a folder, wherever the classes lie, a jar or a folder.
record Presets(String folder) {
    static final Presets ACCELERATORS = new Presets("presets/"), NOISE = new Presets("noise/");
    private static final String ENDING = ".json";

    List<String> names() {
        try {
            return names(Presets.class.getResource(folder).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The names of the descriptions in a folder of the default file system or of a jar.
    static List<String> names(URI folder) {
        try {
            if (!folder.getScheme().equals("jar")) return names(Path.of(folder));
            try (var jar = FileSystems.newFileSystem(folder, Map.of())) {
                return names(jar.provider().getPath(folder));
            } catch (FileSystemAlreadyExistsException e) {
                return names(Path.of(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(ENDING))
                .map(n -> n.substring(0, n.length() - ENDING.length())).sorted().toList();
        }
    }

    /// The text of the preset, or null when there is none of that name.
    SourceText text(String name) {
        if (name.contains("/")) return null;
        try (InputStream in = Presets.class.getResourceAsStream(folder + name + ENDING)) {
            return in == null ? null : new SourceText(name + ENDING, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
