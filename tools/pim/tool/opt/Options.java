package pim.tool.opt;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pim.syntax.PrintOptions;
import pim.tool.Whole;
import pim.tool.Extensions;
import pim.tool.SplitInput;

/// The command line of `pim-opt` but for the passes: mlir-opt's options, which take one dash or two.
@Command(name = "pim-opt", sortOptions = false, customSynopsis = "pim-opt [FILE|-] [--PASS[=OPTIONS]]... [OPTION]...",
    description = "Reads a module, runs passes on it in the order they are given, and writes it.",
    footer = {"", "Each pass is an option itself: --canonicalize, or --canonicalize=\"max-iterations=3 top-down=false\"; --list-passes shows them.",
        "Exit status: 0 all went well, 1 the input is bad or a pass failed, 2 the command line is wrong."})
final class Options {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The module (standard input when not given, or -).")
    String file = "-";
    @Option(names = "-o", paramLabel = "FILE",
        description = "Where to write; whole or, after an error, not at all (standard output when not given, or -).")
    String output = "-";
    @Option(names = "--pass-pipeline", paramLabel = "PIPELINE",
        description = "The passes as text: builtin.module(func.func(cse,canonicalize{max-iterations=3})).")
    String pipeline;
    @Option(names = "--allow-unregistered-dialect", description = "Accepts operations that no dialect defines.")
    boolean allowUnregistered;
    @Option(names = "--mlir-print-op-generic", description = "Writes every operation in its generic form.")
    boolean generic;
    @Option(names = "--mlir-print-debuginfo", description = "Writes locations.")
    boolean locations;
    @Option(names = "--mlir-elide-elementsattrs-if-larger", converter = Whole.FromZero.class, paramLabel = "N",
        description = "Leaves out elements of attributes that have more than N.")
    long elideElements = -1;
    @Option(names = "--mlir-elide-resource-strings-if-larger", converter = Whole.FromZero.class, paramLabel = "N",
        description = "Leaves out resources of more than N characters.")
    long elideResources = -1;
    @Option(names = "--verify-diagnostics", arity = "0..1", fallbackValue = "all", paramLabel = "all|only-expected",
        description = "Checks messages against the expected-error, -warning, -note and -remark comments in the input.")
    Expectation verifyDiagnostics;
    @Option(names = "--split-input-file", arity = "0..1", fallbackValue = SplitInput.MARKER, paramLabel = "MARKER",
        description = "Cuts the input at lines that are MARKER (default: " + SplitInput.MARKER + ") and works on each part by itself.")
    String splitMarker;
    @Option(names = "--output-split-marker", paramLabel = "MARKER", description = "Written between the parts (default: " + SplitInput.MARKER + ").")
    String outputMarker = SplitInput.MARKER;
    @Option(names = "--dump-pass-pipeline", description = "Writes the pipeline, with all options, to standard error before it runs.")
    boolean dumpPipeline;
    @Option(names = "--list-passes", description = "Lists the passes and their options.")
    boolean listPasses;
    @Option(names = "--export-irdl", paramLabel = "NAME",
        description = "Writes the dialect NAME in MLIR's irdl dialect, so that mlir-opt --irdl-file verifies its operations in generic form.")
    String exportIrdl;
    @Option(names = "--show-dialects", description = "Lists the dialects.")
    boolean showDialects;
    @Mixin
    Extensions extensions = new Extensions();
    @Option(names = {"--help", "-h"}, usageHelp = true, description = "Prints this.")
    boolean help;
    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    boolean version;

    @Mixin
    RunOptions run = new RunOptions();

    /// Which messages `--verify-diagnostics` looks at.
    enum Expectation {
        ALL, ONLY_EXPECTED;

        @Override public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// `0`, `1`, `true` or `false`.
    record Switch() implements picocli.CommandLine.ITypeConverter<Boolean> {
        @Override public Boolean convert(String text) {
            return switch (text) {
                case "1", "true" -> true;
                case "0", "false" -> false;
                default -> throw new picocli.CommandLine.TypeConversionException("'" + text + "' is not 0, 1, true or false");
            };
        }
    }

    PrintOptions print() {
        return new PrintOptions(generic, locations, elideElements, elideResources);
    }
}
