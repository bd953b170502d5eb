package pim.tool.filecheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line of `pim-filecheck`: LLVM's options, which take one dash or two.
@Command(name = "pim-filecheck", sortOptions = false, customSynopsis = "pim-filecheck [OPTION]... CHECK-FILE",
    description = "Checks that an input contains what the directives of a check file say, in order; as LLVM's FileCheck does.",
    footer = {"", "Exit status: 0 the input fulfils all checks, 1 it does not, 2 the check file or the command line is wrong.",
        "Options are read from the environment variable FILECHECK_OPTS and from the command line."})
final class Options {
    @Parameters(arity = "0..1", paramLabel = "CHECK-FILE", description = "The file with the directives.")
    String checkFile;
    @Option(names = {"--check-prefix", "-check-prefix", "--check-prefixes", "-check-prefixes"}, paramLabel = "P[,P]...",
        description = "The words that begin directives (CHECK when none is given).")
    List<String> prefixes = new ArrayList<>();
    @Option(names = {"--comment-prefixes", "-comment-prefixes"}, paramLabel = "P[,P]...",
        description = "The words behind which no directive is looked for (COM,RUN when none is given).")
    List<String> comments = new ArrayList<>();
    @Option(names = {"--input-file", "-input-file"}, paramLabel = "FILE", description = "The input (standard input when not given, or -).")
    String inputFile = "-";
    @Option(names = {"--match-full-lines", "-match-full-lines"},
        description = "Positive patterns must match whole lines; blanks at the ends do not count.")
    boolean matchFullLines;
    @Option(names = {"--strict-whitespace", "-strict-whitespace"}, description = "Blanks are compared one by one.")
    boolean strictWhitespace;
    @Option(names = {"--ignore-case", "-ignore-case"}, description = "Letters match without regard to case.")
    boolean ignoreCase;
    @Option(names = {"--implicit-check-not", "-implicit-check-not"}, paramLabel = "PATTERN",
        description = "Must not occur between any two positive matches.")
    List<String> implicitCheckNot = new ArrayList<>();
    @Option(names = {"--allow-empty", "-allow-empty"}, description = "The input may be empty.")
    boolean allowEmpty;
    @Option(names = {"--allow-unused-prefixes", "-allow-unused-prefixes"}, arity = "0..1", fallbackValue = "true", paramLabel = "true|false",
        description = "Not every given prefix must occur.")
    boolean allowUnusedPrefixes;
    @Option(names = {"--allow-deprecated-dag-overlap", "-allow-deprecated-dag-overlap"}, description = "Matches of -DAG directives may overlap.")
    boolean allowDeprecatedDagOverlap;
    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "Defines a variable; -D#NAME=EXPRESSION a numeric one.")
    List<String> defines = new ArrayList<>();
    @Option(names = {"--enable-var-scope", "-enable-var-scope"},
        description = "Variables whose names do not begin with $ are forgotten at each -LABEL.")
    boolean enableVarScope;
    @Option(names = {"--dump-input", "-dump-input"}, paramLabel = "help|always|fail|never",
        description = "When to print the input with annotations (default: fail).")
    List<Dump> dump = new ArrayList<>();
    @Option(names = {"--dump-input-filter", "-dump-input-filter"}, paramLabel = "all|annotation-full|annotation|error",
        description = "Which lines of the input to print (default: error with fail, all with always).", converter = FilterConverter.class)
    List<Filter> dumpFilters = new ArrayList<>();
    @Option(names = {"--dump-input-context", "-dump-input-context"}, paramLabel = "N",
        description = "How many lines to print around each of them (default: 5).")
    List<Integer> dumpContexts = new ArrayList<>();
    @Option(names = "-v", description = "Reports matches as well.")
    boolean verboseMatches;
    @Option(names = {"-vv", "--vv"}, description = "Reports also what was rightly not found, and discarded matches.")
    boolean veryVerbose;
    @Option(names = {"--help", "-help", "-h"}, usageHelp = true, description = "Prints this.")
    boolean help;
    @Option(names = {"--version", "-version"}, versionHelp = true, description = "Prints the version.")
    boolean version;

    /// When the input is printed; of several the first here counts.
    enum Dump { help, always, fail, never }

    /// The lines of an input dump; of several the first here counts.
    enum Filter { ALL, ANNOTATION_FULL, ANNOTATION, ERROR }

    /// Reads `annotation-full` as [Filter#ANNOTATION_FULL], and so on.
    static final class FilterConverter implements picocli.CommandLine.ITypeConverter<Filter> {
        @Override
        public Filter convert(String text) {
            for (var filter : Filter.values()) {
                if (filter.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) return filter;
            }
            throw new picocli.CommandLine.TypeConversionException("expected all, annotation-full, annotation or error, but was '" + text + "'");
        }
    }

    Filter dumpFilter() {
        return dumpFilters.stream().min(Comparator.naturalOrder()).orElse(dumpWhen() == Dump.always ? Filter.ALL : Filter.ERROR);
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
        return dump.stream().min(Comparator.naturalOrder()).orElse(Dump.fail);
    }

    boolean dumps() {
        return dumpWhen() != Dump.never;
    }

    boolean verbose() {
        return verboseMatches || veryVerbose;
    }

    private static List<String> split(List<String> lists) {
        return lists.stream().flatMap(list -> Arrays.stream(list.split(",", -1))).toList();
    }
}
