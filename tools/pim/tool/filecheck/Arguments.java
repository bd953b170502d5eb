package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// Reads words as LLVM's programs do: options with one dash or two, values behind `=` or in the next word, flags that may be given a truth
/// value and of which the last one counts, and `-D` with its value in the same word.
final class Arguments {
    private static final Set<String> TRUE = Set.of("", "true", "TRUE", "True", "1");
    private static final Set<String> FALSE = Set.of("false", "FALSE", "False", "0");
    private static final String DEFINE = "D";
    static final String PREFIX = "FileCheck: ";

    private final CommandLine commandLine;
    private final LinkedHashMap<OptionSpec, Boolean> flags = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int positional;

    Arguments(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    /// Gives the values of `words` to the options.
    ///
    /// @throws ParameterException for words that say nothing, in LLVM's words, with a line for each
    ParseResult parse(List<String> words) {
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (word.equals("--")) {
                others.add(word);
                while (rest.hasNext()) positional(rest.next());
            } else if (word.startsWith("-") && word.length() > 1) {
                option(word, word.substring(word.startsWith("--") ? 2 : 1), rest);
            } else {
                positional(word);
            }
        }
        if (positional > 1)
            problems.add("Too many positional arguments specified!\nCan specify at most 1 positional arguments: See: pim-filecheck --help");
        if (!problems.isEmpty()) throw new ParameterException(commandLine, String.join("\n" + PREFIX, problems));
        var canonical = new ArrayList<String>();
        flags.forEach((flag, given) -> {
            if (given) canonical.add(flag.longestName());
        });
        canonical.addAll(others);
        return commandLine.parseArgs(canonical.toArray(String[]::new));
    }

    private void positional(String word) {
        others.add(word);
        positional++;
    }

    /// @param text the word without its dashes
    private void option(String word, String text, java.util.Iterator<String> rest) {
        int equals = text.indexOf('=');
        var name = equals < 0 ? text : text.substring(0, equals);
        var option = commandLine.getCommandSpec().findOption(name);
        if (text.startsWith(DEFINE)) {
            if (text.equals(DEFINE)) wrong(DEFINE, "requires a value!");
            else value(commandLine.getCommandSpec().findOption(DEFINE), text.substring(DEFINE.length()));
        } else if (option == null) {
            problems.add("Unknown command line argument '" + word + "'.  Try: 'pim-filecheck --help'");
        } else if (option.typeInfo().isBoolean()) {
            var value = equals < 0 ? "" : text.substring(equals + 1);
            if (!TRUE.contains(value) && !FALSE.contains(value))
                wrong(name, "'" + value + "' is invalid value for boolean argument! Try 0 or 1");
            else flags.put(option, TRUE.contains(value));
        } else if (equals >= 0) {
            value(option, text.substring(equals + 1));
        } else if (rest.hasNext()) {
            value(option, rest.next());
        } else {
            wrong(name, "requires a value!");
        }
    }

    private void value(OptionSpec option, String value) {
        for (var converter : option.converters()) {
            try {
                converter.convert(value);
            } catch (TypeConversionException e) {
                wrong(option.longestName().substring(2), e.getMessage());
                return;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        others.add(option.longestName());
        others.add(value);
    }

    private void wrong(String name, String problem) {
        problems.add("for the " + (name.length() > 1 ? "--" : "-") + name + " option: " + problem);
    }
}
