package pim.tool.lit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words that stand for others in the commands of one test; applied in order, each once, or over and over where the settings ask for that.
final class Substitutions {
    /// Stands for `%%` meanwhile: a code point for private use.
    private static final String PERCENT = "\uE000";
    /// A command that grows beyond this has substitutions that feed themselves.
    private static final int LONGEST = 1 << 20;

    private final Settings settings;
    private final List<Entry> entries = new ArrayList<>();

    /// @param pattern what `text` stands for, or null for the name itself
    /// @param text found out only when it is needed: links are resolved slowly
    private record Entry(String name, Pattern pattern, Supplier<String> text) {
        String apply(String command) {
            if (pattern == null && !command.contains(name)) return command;
            var replacement = text.get().replace("%%", PERCENT);
            return pattern == null ? command.replace(name, replacement) : pattern.matcher(command).replaceAll(Matcher.quoteReplacement(replacement));
        }
    }

    /// @param source the test file
    /// @param temporary the path that its temporary files begin with
    Substitutions(Settings settings, Path source, Path temporary) {
        this.settings = settings;
        for (var entry : settings.substitutions()) entries.add(new Entry(entry.getKey(), pattern(entry.getKey()), entry::getValue));
        add("%{pathsep}", File.pathSeparator);
        add("%basename_t", temporary.getFileName().toString());
        add("%{s:basename}", source.getFileName().toString());
        add("%{t:stem}", temporary.getFileName().toString());
        add("%{fs-src-root}", String.valueOf(source.getRoot()));
        add("%{fs-tmp-root}", String.valueOf(temporary.getRoot()));
        add("%{fs-sep}", File.separator);
        add("%/et", temporary + ".tmp");
        addPath('s', source);
        addPath('S', source.getParent());
        addPath('p', source.getParent());
        addPath('t', Path.of(temporary + ".tmp"));
    }

    /// A regular expression as Python reads it: a brace that begins no count stands for itself.
    ///
    /// @throws java.util.regex.PatternSyntaxException when it is none
    static Pattern pattern(String regex) {
        return Pattern.compile(regex.replaceAll("(?<!\\\\)\\{(?!\\d)", "\\\\{"));
    }

    private void add(String name, String text) {
        add(name, () -> text);
    }

    private void add(String name, Supplier<String> text) {
        entries.add(new Entry(name, null, text));
    }

    /// A path as it is, with links resolved, ready for the right side of `s@@@`, and without the root.
    private void addPath(char letter, Path path) {
        add("%" + letter, path.toString());
        add("%/" + letter, path.toString());
        add("%{" + letter + ":real}", () -> real(path).toString());
        add("%{/" + letter + ":real}", () -> real(path).toString());
        add("%{/" + letter + ":regex_replacement}", path.toString().replace("@", "\\@").replace("&", "\\&"));
        add("%:" + letter, path.toString().substring(1));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.getParent() == null ? path : real(path.getParent()).resolve(path.getFileName());
        }
    }

    /// @throws IllegalArgumentException for a `DEFINE:` of what is defined, or a `REDEFINE:` of what is not
    void define(TestFile.Line.Define define) {
        var name = define.name();
        var existing = entries.stream().filter(entry -> entry.name().contains(name)).toList();
        var place = " before '" + (define.again() ? "REDEFINE:" : "DEFINE:") + "' directive at line " + define.number();
        var patterns = existing.stream().map(entry -> "\nExisting pattern: " + entry.name()).collect(Collectors.joining());
        var replacement = new Entry(name, null, define::value);
        if (!define.again()) {
            if (!existing.isEmpty())
                throw new IllegalArgumentException("Substitution whose pattern contains '" + name + "' is already defined" + place + patterns);
            entries.addFirst(replacement);
            return;
        }
        if (existing.isEmpty()) throw new IllegalArgumentException("No substitution for '" + name + "' is defined" + place);
        if (existing.size() > 1) throw new IllegalArgumentException("Multiple substitutions whose patterns contain '" + name + "' are defined"
            + place + patterns);
        if (!existing.getFirst().name().equals(name))
            throw new IllegalArgumentException("Existing substitution whose pattern contains '" + name + "' does not have the pattern specified"
                + place.replace("before", "by") + "\nExpected pattern: " + name + patterns);
        entries.set(entries.indexOf(existing.getFirst()), replacement);
    }

    /// `command` with everything substituted; `%%` stands for `%`.
    ///
    /// @throws IllegalArgumentException for a wrong `%if`, and for substitutions that do not come to an end
    String apply(String command) {
        var result = once(command);
        int limit = settings.recursiveExpansionLimit();
        for (int step = 0; limit >= 0; step++) {
            var again = once(result);
            if (again.equals(result)) break;
            if (step >= limit) throw new IllegalArgumentException("Recursive substitution of '" + command
                + "' did not complete in the provided recursion limit (" + limit + ")");
            result = again;
        }
        return result.replace(PERCENT, "%");
    }

    private String once(String command) {
        command = Conditionals.resolve(command.replace("%%", PERCENT), settings.features());
        for (var entry : entries) {
            command = entry.apply(command);
            if (command.length() > LONGEST) throw new IllegalArgumentException("The command grows beyond " + LONGEST + " characters by substitution");
        }
        if (command.contains("%T"))
            throw new IllegalArgumentException("%T is no longer supported. Please create directories with names based on %t.");
        return command.strip();
    }
}
