package pim.tool.lit;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// File name patterns with `*`, `?` and `[...]`, in any part of a path.
final class Glob {
    private Glob() {}

    /// The files that match, as the pattern names them and ordered; a leading dot is matched by a dot alone.
    static List<String> expand(String pattern, Path directory) throws IOException {
        var found = List.of(pattern.startsWith("/") ? "/" : "");
        for (var part : pattern.split("/+")) {
            if (part.isEmpty()) continue;
            var next = new ArrayList<String>();
            for (var prefix : found) {
                var folder = directory.resolve(prefix);
                if (part.chars().noneMatch(c -> c == '*' || c == '?' || c == '[')) {
                    if (Files.exists(folder.resolve(part))) next.add(prefix + part + "/");
                } else if (Files.isDirectory(folder)) {
                    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + part.replaceAll("[{}\\\\]", "\\\\$0").replace("[^", "[\\^"));
                    try (var files = Files.list(folder)) {
                        files.map(Path::getFileName).filter(name -> matcher.matches(name) && (part.startsWith(".") || !name.toString().startsWith(".")))
                            .forEach(name -> next.add(prefix + name + "/"));
                    }
                }
            }
            found = next;
        }
        boolean foldersOnly = pattern.endsWith("/");
        return found.stream().map(name -> foldersOnly ? name : name.substring(0, name.length() - 1))
            .filter(name -> !foldersOnly || Files.isDirectory(directory.resolve(name))).sorted().toList();
    }
}
