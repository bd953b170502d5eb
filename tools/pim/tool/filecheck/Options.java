package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// The command line of `pim-filecheck`: LLVM's options, read by [Arguments].
@Command(name = "pim-filecheck", sortOptions = false, customSynopsis = "pim-filecheck [OPTION]... CHECK-FILE",
    description = "Checks that an input contains what the directives of a check file say, in order; as LLVM's FileCheck does.",
    footer = {"", "Exit status: 0 the input fulfils all checks, 1 it does not, 2 the check file or the command line is wrong.",
        "Options are read from the environment variable FILECHECK_OPTS and from the command line."})
final class Options {
    @Parameters(arity = "0..1", paramLabel = "CHECK-FILE", description = "The file with the directives.")
    String checkFile;
    @Option(names = {"--check-prefix", "--check-prefixes"}, paramLabel = "P[,P]...",
        description = "The words that begin directives (CHECK when none is given).")
    List<String> prefixes = new ArrayList<>();
    @Option(names = "--comment-prefixes", paramLabel = "P[,P]...",
        description = "The words behind which no directive is looked for (COM,RUN when none is given).")
    List<String> comments = new ArrayList<>();
    @Option(names = "--input-file", paramLabel = "FILE", description = "The input (standard input when not given, or -).")
    String inputFile = "-";
    @Option(names = "--match-full-lines",
        description = "Positive patterns must match whole lines; blanks at the ends do not count.")
    boolean matchFullLines;
    @Option(names = "--strict-whitespace", description = "Blanks are compared one by one.")
    boolean strictWhitespace;
    @Option(names = "--ignore-case", description = "Letters match without regard to case.")
    boolean ignoreCase;
    @Option(names = "--implicit-check-not", paramLabel = "PATTERN",
        description = "Must not occur between any two positive matches.")
    List<String> implicitCheckNot = new ArrayList<>();
    @Option(names = "--allow-empty", description = "The input may be empty.")
    boolean allowEmpty;
    @Option(names = "--allow-unused-prefixes", description = "Not every given prefix must occur.")
    boolean allowUnusedPrefixes;
    @Option(names = "--allow-deprecated-dag-overlap", description = "Matches of -DAG directives may overlap.")
    boolean allowDeprecatedDagOverlap;
    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "Defines a variable; -D#NAME=EXPRESSION a numeric one.")
    List<String> defines = new ArrayList<>();
    @Option(names = "--enable-var-scope",
        description = "Variables whose names do not begin with $ are forgotten at each -LABEL.")
    boolean enableVarScope;
    @Option(names = "--dump-input", paramLabel = "help|always|fail|never",
        description = "When to print the input with annotations (default: fail).", converter = DumpWord.class)
    List<Dump> dump = new ArrayList<>();
    @Option(names = "--dump-input-filter", paramLabel = "all|annotation-full|annotation|error",
        description = "Which lines of the input to print (default: error with fail, all with always).", converter = FilterWord.class)
    List<Filter> dumpFilters = new ArrayList<>();
    @Option(names = "--dump-input-context", paramLabel = "N",
        description = "How many lines to print around each of them (default: 5).", converter = Count.class)
    List<Long> dumpContexts = new ArrayList<>();
    @Option(names = "-v", description = "Reports matches as well.")
    boolean verboseMatches;
    @Option(names = "--vv", description = "Reports also what was rightly not found, and discarded matches.")
    boolean veryVerbose;
    @Option(names = "--color", description = "Messages and the input dump in colours.")
    boolean color;
    @Option(names = {"--help", "-h"}, usageHelp = true, description = "Prints this.")
    boolean help;
    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    boolean version;

    /// When the input is printed; of several the first here counts.
    enum Dump { HELP, ALWAYS, FAIL, NEVER }

    /// The lines of an input dump; of several the first here counts.
    enum Filter { ALL, ANNOTATION_FULL, ANNOTATION, ERROR }

    /// Reads `annotation-full` as [Filter#ANNOTATION_FULL], and so on.
    static final class FilterWord implements ITypeConverter<Filter> {
        @Override public Filter convert(String text) {
            return choice(Filter.values(), text);
        }
    }

    /// Reads `always` as [Dump#ALWAYS], and so on.
    static final class DumpWord implements ITypeConverter<Dump> {
        @Override public Dump convert(String text) {
            return choice(Dump.values(), text);
        }
    }

    private static <E extends Enum<E>> E choice(E[] values, String text) {
        for (var value : values) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) return value;
        }
        throw new TypeConversionException("Cannot find option named '" + text + "'!");
    }

    /// A number of 32 bits without sign.
    static final class Count implements ITypeConverter<Long> {
        @Override public Long convert(String text) {
            if (text.matches("\\d{1,10}") && Long.parseLong(text) < 1L << Integer.SIZE) return Long.parseLong(text);
            throw new TypeConversionException("'" + text + "' value invalid for uint argument!");
        }
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
