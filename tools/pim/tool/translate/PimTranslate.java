package pim.tool.translate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine;
import pim.define.Services;
import pim.tool.FileErrors;
import pim.tool.Streams;
import pim.tool.Tool;

/// `pim-translate`: into and out of the IR. What it can do are the [Translation]s there are.
public record PimTranslate() implements Tool {
    @Override public String name() {
        return "pim-translate";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        var translations = Services.builtIn(Translation.class);
        var chosen = translations.stream().filter(t -> arguments.stream().anyMatch(a -> a.equals(t.flag()) || a.startsWith(t.flag() + "="))).toList();
        if (chosen.isEmpty() && (arguments.contains("--help") || arguments.contains("-h"))) return help(translations, io);
        if (chosen.isEmpty() && arguments.contains("--version")) {
            io.out().println(version());
            return 0;
        }
        if (chosen.size() != 1) {
            var flags = translations.stream().map(Translation::flag).collect(Collectors.joining(", "));
            io.err().println("pim-translate: error: one of " + flags + " is needed; --help lists the options");
            return 2;
        }
        return run(chosen.getFirst(), arguments, io);
    }

    private static int run(Translation translation, List<String> arguments, Streams io) throws IOException {
        var commandLine = new CommandLine(translation).setExpandAtFiles(false).setTrimQuotes(false).setCommandName("pim-translate");
        try {
            commandLine.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            io.err().println("pim-translate: error: " + e.getMessage() + "; --help lists the options");
            return 2;
        }
        if (commandLine.isUsageHelpRequested()) {
            commandLine.usage(new PrintWriter(io.out(), true, StandardCharsets.UTF_8), Ansi.OFF);
            return 0;
        }
        return FileErrors.guard("pim-translate", io, () -> translation.translate(io));
    }

    private static int help(List<Translation> translations, Streams io) {
        var out = new PrintWriter(io.out(), true, StandardCharsets.UTF_8);
        for (var translation : translations) new CommandLine(translation).setCommandName("pim-translate").usage(out, Ansi.OFF);
        return 0;
    }
}
