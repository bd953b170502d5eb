package pim.tool.filecheck;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import pim.tool.OptionTable;

/// The command line of `pim-filecheck`: LLVM's options, read by [Arguments].
final class Options {
    String checkFile;
    String inputFile = "-";
    List<String> prefixes = List.of(), comments = List.of(), implicitCheckNot = List.of(), defines = List.of();
    boolean matchFullLines, strictWhitespace, ignoreCase, allowEmpty, allowUnusedPrefixes, allowDeprecatedDagOverlap, enableVarScope;
    List<Dump> dump = List.of();
    List<Filter> dumpFilters = List.of();
    List<Long> dumpContexts = List.of();
    boolean verboseMatches, veryVerbose, color, help, version;

    private final OptionTable table = new OptionTable()
        .file("CHECK-FILE", "The file with the directives.", x -> checkFile = x)
        .each("--check-prefix,--check-prefixes", "P[,P]...", "The words that begin directives (CHECK when none is given).",
            x -> prefixes = x)
        .each("--comment-prefixes", "P[,P]...", "The words behind which no directive is looked for (COM,RUN when none is given).",
            x -> comments = x)
        .text("--input-file", "FILE", "The input (standard input when not given, or -).", x -> inputFile = x)
        .flag("--match-full-lines", "Positive patterns must match whole lines; blanks at the ends do not count.", x -> matchFullLines = x)
        .flag("--strict-whitespace", "Blanks are compared one by one.", x -> strictWhitespace = x)
        .flag("--ignore-case", "Letters match without regard to case.", x -> ignoreCase = x)
        .each("--implicit-check-not", "PATTERN", "Must not occur between any two positive matches.", x -> implicitCheckNot = x)
        .flag("--allow-empty", "The input may be empty.", x -> allowEmpty = x)
        .flag("--allow-unused-prefixes", "Not every given prefix must occur.", x -> allowUnusedPrefixes = x)
        .flag("--allow-deprecated-dag-overlap", "Matches of -DAG directives may overlap.", x -> allowDeprecatedDagOverlap = x)
        .each("-D", "NAME=VALUE", "Defines a variable; -D#NAME=EXPRESSION a numeric one.", x -> defines = x)
        .flag("--enable-var-scope", "Variables whose names do not begin with $ are forgotten at each -LABEL.", x -> enableVarScope = x)
        .each("--dump-input", Dump.class, text -> choice(Dump.values(), text), "help|always|fail|never",
            "When to print the input with annotations (default: fail).", x -> dump = x)
        .each("--dump-input-filter", Filter.class, text -> choice(Filter.values(), text), "all|annotation-full|annotation|error",
            "Which lines of the input to print (default: error with fail, all with always).", x -> dumpFilters = x)
        .each("--dump-input-context", Long.class, Options::count, "N", "How many lines to print around each of them (default: 5).",
            x -> dumpContexts = x)
        .flag("-v", "Reports matches as well.", x -> verboseMatches = x)
        .flag("--vv", "Reports also what was rightly not found, and discarded matches.", x -> veryVerbose = x)
        .flag("--color", "Messages and the input dump in colours.", x -> color = x)
        .help(x -> help = x)
        .version(x -> version = x);

    /// To parse the command line with; [#use] then takes what was there.
    CommandLine command() {
        var spec = table.spec().name("pim-filecheck");
        spec.usageMessage().sortOptions(false).customSynopsis("pim-filecheck [OPTION]... CHECK-FILE")
            .description("Checks that an input contains what the directives of a check file say, in order; as LLVM's FileCheck does.")
            .footer("", "Exit status: 0 the input fulfils all checks, 1 it does not, 2 the check file or the command line is wrong.",
                "Options are read from the environment variable FILECHECK_OPTS and from the command line.");
        return new CommandLine(spec).setPosixClusteredShortOptionsAllowed(false).setExpandAtFiles(false).setTrimQuotes(false);
    }

    void use(ParseResult result) {
        table.use(result);
    }

    /// When the input is printed; of several the first here counts.
    enum Dump { HELP, ALWAYS, FAIL, NEVER }

    /// The lines of an input dump; of several the first here counts.
    enum Filter { ALL, ANNOTATION_FULL, ANNOTATION, ERROR }

    /// Reads `annotation-full` as [Filter#ANNOTATION_FULL], and so on.
    private static <E extends Enum<E>> E choice(E[] values, String text) {
        for (var value : values) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) return value;
        }
        throw new TypeConversionException("Cannot find option named '" + text + "'!");
    }

    /// A number of 32 bits without sign.
    private static long count(String text) {
        if (text.matches("\\d{1,10}") && Long.parseLong(text) < 1L << Integer.SIZE) return Long.parseLong(text);
        throw new TypeConversionException("'" + text + "' value invalid for uint argument!");
    }

    Filter dumpFilter() {
        return dumpFilters.stream().min(Comparator.naturalOrder()).orElse(dumpWhen() == Dump.ALWAYS ? Filter.ALL : Filter.ERROR);
    }

    List<String> checkPrefixes() {
        return usesDefaultPrefix() ? List.of("CHECK") : split(prefixes);
    }

    List<String> commentPrefixes() {
        return comments.isEmpty() ? List.of("COM", "RUN") : split(comments);
    }

    boolean usesDefaultPrefix() {
        return prefixes.isEmpty();
    }

    Dump dumpWhen() {
        return dump.stream().min(Comparator.naturalOrder()).orElse(Dump.FAIL);
    }

    boolean dumps() {
        return dumpWhen() != Dump.NEVER;
    }

    boolean verbose() {
        return verboseMatches || veryVerbose;
    }

    private static List<String> split(List<String> lists) {
        return lists.stream().flatMap(list -> Arrays.stream(list.split(",", -1))).toList();
    }
}
