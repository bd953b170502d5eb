package pim.tool.filecheck;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine;
import pim.tool.Streams;
import pim.tool.Tool;

/// `pim-filecheck`: checks an input against the directives of a check file, as LLVM's FileCheck does.
///
/// Everything is read, matched and printed as bytes, one to a char.
public record FileCheck() implements Tool {
    @Override
    public String name() {
        return "pim-filecheck";
    }

    @Override
    public List<String> aliases() {
        return List.of("FileCheck");
    }

    @Override
    public int run(List<String> arguments, Streams io) throws IOException {
        var options = new Options();
        var commandLine = options.command();
        try {
            options.use(new Arguments(commandLine).parse(withEnvironment(arguments, io).stream().map(FileCheck::asBytes).toList()));
        } catch (CommandLine.ParameterException e) {
            io.err().println(Arguments.PREFIX + e.getMessage());
            return 2;
        }
        if (options.help) {
            commandLine.usage(new PrintWriter(io.out(), true, StandardCharsets.UTF_8), CommandLine.Help.Ansi.OFF);
            return 0;
        }
        if (options.version) {
            io.out().println(version());
            return 0;
        }
        if (options.dumpWhen() == Options.Dump.HELP) {
            io.out().print(InputDump.HELP);
            return 0;
        }
        return check(options, arguments, io);
    }

    private static int check(Options options, List<String> arguments, Streams io) throws IOException {
        var diagnostics = new Diagnostics(io.err(), options.color);
        if (options.checkFile == null) {
            diagnostics.line("<check-file> not specified");
            return 2;
        }
        if (!validDefines(options, diagnostics) || !validPrefixes(options, diagnostics)) return 2;
        var checkText = read(options.checkFile, "check", io, diagnostics);
        if (checkText == null) return 2;
        var variables = new Variables();
        if (!variables.define(options.defines, diagnostics)) return 2;
        final List<Check> checks;
        try {
            checks = new CheckFile(options, variables, diagnostics).read(new Source(options.checkFile, canonical(checkText, options)));
        } catch (PatternException e) {
            diagnostics.error(e.where(), e.getMessage());
            return e.status();
        }
        if (checks == null) return 2;
        var inputText = read(options.inputFile, "input", io, diagnostics);
        if (inputText == null) return 2;
        var inputName = options.inputFile.equals("-") ? "<stdin>" : options.inputFile;
        if (inputText.isEmpty() && !options.allowEmpty) {
            diagnostics.line("FileCheck error: '" + inputName + "' is empty.");
            diagnostics.line("FileCheck command line:  pim-filecheck " + String.join(" ", arguments));
            return 2;
        }
        var input = new Source(inputName, canonical(inputText, options));
        var report = new MatchReport(options, variables, diagnostics, input);
        boolean good = new Checker(options, variables, report).check(checks, input.all());
        if (options.dumpWhen() == Options.Dump.ALWAYS || !good && options.dumpWhen() == Options.Dump.FAIL) {
            new InputDump(options, input, report.annotations(), diagnostics).print();
        }
        return good ? 0 : 1;
    }

    private static List<String> withEnvironment(List<String> arguments, Streams io) {
        var more = io.environment().get("FILECHECK_OPTS");
        if (more == null || more.isBlank()) return arguments;
        var all = new ArrayList<>(List.of(more.strip().split("\\s+")));
        all.addAll(arguments);
        return all;
    }

    private static boolean validDefines(Options options, Diagnostics diagnostics) {
        boolean good = true;
        for (var define : options.defines) {
            var problem = define.indexOf('=') < 0 ? "Missing equal sign" : define.startsWith("=") ? "Missing variable name" : null;
            if (problem == null) continue;
            diagnostics.line(problem + " in command-line definition '-D" + define + "'");
            good = false;
        }
        return good;
    }

    private static boolean validPrefixes(Options options, Diagnostics diagnostics) {
        // The defaults are not blamed for being those of the command line too.
        var unique = new HashSet<String>();
        if (options.prefixes.isEmpty()) unique.addAll(options.checkPrefixes());
        if (options.comments.isEmpty()) unique.addAll(options.commentPrefixes());
        return (options.prefixes.isEmpty() || validPrefixes("check", options.checkPrefixes(), unique, diagnostics))
            && (options.comments.isEmpty() || validPrefixes("comment", options.commentPrefixes(), unique, diagnostics));
    }

    private static boolean validPrefixes(String kind, List<String> prefixes, HashSet<String> unique, Diagnostics diagnostics) {
        for (var prefix : prefixes) {
            var problem = prefix.isEmpty() ? "must not be the empty string"
                : !prefix.matches("[a-zA-Z0-9_-]*")
                    ? "must start with a letter and contain only alphanumeric characters, hyphens, and underscores: '" + prefix + "'"
                : !unique.add(prefix) ? "must be unique among check and comment prefixes: '" + prefix + "'" : null;
            if (problem == null) continue;
            diagnostics.error("supplied " + kind + " prefix " + problem);
            return false;
        }
        return true;
    }

    private static String read(String name, String what, Streams io, Diagnostics diagnostics) throws IOException {
        if (name.equals("-")) return new String(io.in().readAllBytes(), StandardCharsets.ISO_8859_1);
        var problem = "No such file or directory";
        try {
            var path = io.resolve(new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            if (Files.isDirectory(path)) problem = "Is a directory";
            else return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (AccessDeniedException e) {
            problem = "Permission denied";
        } catch (NoSuchFileException | InvalidPathException e) {
            problem = "No such file or directory";
        }
        diagnostics.line("Could not open " + what + " file '" + name + "': " + problem);
        return null;
    }

    /// `text` without the `\r` of `\r\n`, and with one space for each run of blanks unless whitespace is strict.
    private static String canonical(String text, Options options) {
        text = text.replace("\r\n", "\n");
        return options.strictWhitespace ? text : text.replaceAll("[ \t]+", " ");
    }

    private static String asBytes(String argument) {
        return new String(argument.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
