package pim.tool.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A folder of tests with the settings of its folders.
///
/// The root is the nearest folder upwards that holds a `lit.cfg.py`, which is for LLVM's lit; only `config.name = '...'` is read from it here.
///
/// @param parameters what conditions in settings files may ask for
/// @param environment what commands see besides the environment of this process
/// @param output where the tests run and put their temporary files; it has the folders of the suite
public record Suite(String name, Path root, Path output, List<String> features, Map<String, String> parameters,
                    Map<String, String> environment) {
    private static final String MARK = "lit.cfg.py";
    private static final Pattern NAME = Pattern.compile("(?m)^config\\.name\\s*=\\s*['\"]([^'\"]*)['\"]");

    /// What tests depend on, of all that may be set.
    private static final Pattern SETTING =
        Pattern.compile("(?m)^\\s*config\\.(?:suffixes|excludes|substitutions|available_features|environment|unsupported|limit_to_features)\\b");

    /// The suite that `path` belongs to.
    ///
    /// @param output the folder for temporary files, or null for `target/lit` of the project (where a `pom.xml` is), else `Output` in the suite
    public static Suite of(Path path, Path output, List<String> features) throws IOException {
        return of(path, output, features, Map.of(), Map.of());
    }

    /// The same with the parameters and the environment that the command line gives.
    static Suite of(Path path, Path output, List<String> features, Map<String, String> parameters, Map<String, String> environment)
        throws IOException {
        path = path.toAbsolutePath().normalize();
        if (!Files.exists(path)) throw new LitException("error: no such file or folder: '" + path + "'");
        var folder = Files.isDirectory(path) ? path : path.getParent();
        var root = nearest(folder, MARK);
        if (root == null) root = folder;
        var name = NAME.matcher(Files.isRegularFile(root.resolve(MARK)) ? Files.readString(root.resolve(MARK)) : "");
        if (output == null) {
            var project = nearest(root, "pom.xml");
            output = project == null ? root.resolve("Output") : project.resolve("target/lit");
        }
        return new Suite(name.find() ? name.group(1) : root.getFileName().toString(), root, output.toAbsolutePath().normalize(), features,
            parameters, environment);
    }

    /// What the `lit.cfg.py` of the suite sets for LLVM's lit alone, since there is no file beside it that is read here: `config.suffixes`, say.
    List<String> unread() throws IOException {
        if (!Files.isRegularFile(root.resolve(MARK)) || Files.exists(root.resolve(Settings.FILE))) return List.of();
        return SETTING.matcher(Files.readString(root.resolve(MARK))).results().map(MatchResult::group).map(String::strip).distinct().toList();
    }

    private static Path nearest(Path folder, String file) {
        while (folder != null && !Files.exists(folder.resolve(file))) folder = folder.getParent();
        return folder;
    }

    /// The tests at and below `path`, ordered by name. A file that is named itself is a test whatever its suffix.
    public List<TestCase> tests(Path path) throws IOException {
        path = path.toAbsolutePath().normalize();
        boolean single = !Files.isDirectory(path);
        var settings = Settings.initial(features, parameters, environment).in(root);
        var folder = root;
        for (var part : root.relativize(single ? path.getParent() : path)) {
            if (part.toString().isEmpty()) continue;
            folder = folder.resolve(part);
            settings = settings.in(folder);
        }
        if (single) return List.of(new TestCase(this, root.relativize(path), settings));
        var tests = new ArrayList<TestCase>();
        collect(folder, settings, tests);
        return tests;
    }

    private void collect(Path folder, Settings settings, List<TestCase> tests) throws IOException {
        List<Path> entries;
        try (var listed = Files.list(folder)) {
            entries = listed.sorted().toList();
        }
        for (var entry : entries) {
            var name = entry.getFileName().toString();
            if (name.startsWith(".") || settings.excludes().contains(name)) continue;
            if (Files.isDirectory(entry)) {
                if (!name.equals("Output")) collect(entry, settings.in(entry), tests);
            } else if (settings.suffixes().stream().anyMatch(name::endsWith)) {
                tests.add(new TestCase(this, root.relativize(entry), settings));
            }
        }
    }
}
