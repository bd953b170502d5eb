package pim.tool.lit;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that stand for others in the commands of one test; applied in order, each once.
final class Substitutions {
    /// Stands for `%%` meanwhile: a code point for private use.
    private static final String PERCENT = "\uE000";

    private final List<Map.Entry<Pattern, String>> entries = new ArrayList<>();

    /// @param source the test file
    /// @param temporary the path that its temporary files begin with
    Substitutions(Settings settings, Path source, Path temporary) {
        for (var entry : settings.substitutions()) entries.add(Map.entry(Pattern.compile(entry.getKey()), entry.getValue()));
        var folder = source.getParent().toString();
        add("%{pathsep}", File.pathSeparator);
        add("%basename_t", temporary.getFileName().toString());
        add("%{s:basename}", source.getFileName().toString());
        add("%{t:stem}", temporary.getFileName().toString());
        add("%{fs-sep}", File.separator);
        add("%s", source.toString());
        add("%S", folder);
        add("%p", folder);
        add("%t", temporary + ".tmp");
        add("%T", temporary.getParent().toString());
    }

    private void add(String name, String text) {
        entries.add(Map.entry(Pattern.compile(name, Pattern.LITERAL), text));
    }

    /// @throws IllegalArgumentException for a `DEFINE:` of what is defined, or a `REDEFINE:` of what is not
    void define(TestFile.Line.Define define) {
        var existing = entries.stream().filter(entry -> entry.getKey().pattern().contains(define.name())).toList();
        var replacement = Map.entry(Pattern.compile(define.name(), Pattern.LITERAL), define.value());
        if (!define.again()) {
            if (!existing.isEmpty()) {
                throw new IllegalArgumentException("Substitution whose pattern contains '" + define.name()
                    + "' is already defined before 'DEFINE:' directive at line " + define.number());
            }
            entries.addFirst(replacement);
        } else {
            if (existing.isEmpty()) throw new IllegalArgumentException("No substitution for '" + define.name()
                + "' is defined before 'REDEFINE:' directive at line " + define.number());
            entries.set(entries.indexOf(existing.getFirst()), replacement);
        }
    }

    /// `command` with everything substituted; `%%` stands for `%`.
    String apply(String command) {
        command = command.replace("%%", PERCENT);
        for (var entry : entries) command = entry.getKey().matcher(command)
            .replaceAll(Matcher.quoteReplacement(entry.getValue().replace("%%", PERCENT)));
        return command.replace(PERCENT, "%");
    }
}
