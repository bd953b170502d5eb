package pim.tool.opt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import pim.pass.IrDump;
import pim.pass.StatisticsReport;
import pim.pass.TimingReport;
import pim.rewrite.DebugCounters;

/// How passes are run and watched: mlir-opt's options of its pass manager.
final class RunOptions {
    @Option(names = "--verify-each", arity = "0..1", fallbackValue = "1", converter = Options.Switch.class, paramLabel = "0|1",
        description = "Verifies after each pass (default: 1).")
    boolean verifyEach = true;
    @Option(names = "--mlir-disable-threading", description = "Runs passes on one operation after the other.")
    boolean disableThreading;
    @Option(names = "--mlir-timing", description = "Writes a table of how long each step took to standard error.")
    boolean timing;
    @Option(names = "--mlir-timing-display", paramLabel = "list|tree",
        description = "Each step within that it was part of, or steps of one name together, the longest first (default: tree).")
    TimingReport timingDisplay = TimingReport.TREE;
    @Option(names = "--mlir-output-format", paramLabel = "text|json", description = "The form of the table of times (default: text).")
    TimingReport.Format timingFormat = TimingReport.Format.TEXT;
    @Option(names = "--mlir-pass-statistics", description = "Writes what the passes counted to standard error.")
    boolean statistics;
    @Option(names = "--mlir-pass-statistics-display", paramLabel = "list|pipeline",
        description = "Each pass at its place in the pipeline, or equal passes together (default: pipeline).")
    StatisticsReport statisticsDisplay = StatisticsReport.PIPELINE;
    @Option(names = "--mlir-print-ir-before", split = ",", paramLabel = "PASS[,PASS]...",
        description = "Writes the program before those passes to standard error.")
    List<String> printBefore = new ArrayList<>();
    @Option(names = "--mlir-print-ir-after", split = ",", paramLabel = "PASS[,PASS]...",
        description = "Writes the program after those passes to standard error.")
    List<String> printAfter = new ArrayList<>();
    @Option(names = "--mlir-print-ir-before-all", description = "Writes the program before each pass to standard error.")
    boolean printBeforeAll;
    @Option(names = "--mlir-print-ir-after-all", description = "Writes the program after each pass to standard error.")
    boolean printAfterAll;
    @Option(names = "--mlir-print-ir-after-change", description = "Writes the program only after passes that changed it.")
    boolean printAfterChange;
    @Option(names = "--mlir-print-ir-after-failure", description = "Writes the program only after passes that failed.")
    boolean printAfterFailure;
    @Option(names = "--mlir-print-ir-module-scope",
        description = "Writes the whole program rather than what the pass runs on; needs --mlir-disable-threading.")
    boolean printModuleScope;
    @Option(names = "--mlir-print-ir-tree-dir", paramLabel = "FOLDER",
        description = "Writes the programs to files in FOLDER rather than to standard error.")
    String printTree;
    @Option(names = "--mlir-pass-pipeline-crash-reproducer", paramLabel = "FILE",
        description = "Writes a module to FILE, when a pass fails, that shows the failure with --run-reproducer.")
    String crashReproducer;
    @Option(names = "--mlir-pass-pipeline-local-reproducer",
        description = "Makes that module the one which the failing pass saw; needs --mlir-disable-threading.")
    boolean localReproducer;
    @Option(names = "--mlir-generate-reproducer", paramLabel = "FILE", description = "Writes such a module to FILE in any case.")
    String reproducer;
    @Option(names = "--run-reproducer", description = "Runs the pipeline that stands in the module among its resources.")
    boolean runReproducer;

    @Option(names = "--mlir-debug-counter", converter = Counters.class, paramLabel = "NAME-skip=N,NAME-count=N",
        description = {"Leaves out the first N actions of that name, and all but N behind those. NAME is pass-execution, apply-pattern or",
            "GreedyPatternRewriteIteration. Passes then run one after the other."})
    DebugCounters counters = DebugCounters.parse("");
    @Option(names = "--mlir-print-debug-counter", description = "Writes how many actions there were of those names to standard error.")
    boolean printCounters;
    @Option(names = "--log-actions-to", paramLabel = "FILE",
        description = "Writes each action to FILE, or to standard error for -. Passes then run one after the other.")
    String logActions;

    private record Counters() implements CommandLine.ITypeConverter<DebugCounters> {
        @Override public DebugCounters convert(String text) {
            try {
                return DebugCounters.parse(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }
    }

    /// The names of passes that were given.
    List<String> printed() {
        return Stream.concat(printBefore.stream(), printAfter.stream()).toList();
    }

    /// What is wrong with the options together, or null.
    String contradiction() {
        if (printModuleScope && !disableThreading) return "--mlir-print-ir-module-scope needs --mlir-disable-threading";
        if (localReproducer && !disableThreading) return "--mlir-pass-pipeline-local-reproducer needs --mlir-disable-threading";
        if (localReproducer && crashReproducer == null) {
            return "--mlir-pass-pipeline-local-reproducer needs --mlir-pass-pipeline-crash-reproducer=FILE";
        }
        return null;
    }

    IrDump.Occasion occasion() {
        if (printAfterFailure) return IrDump.Occasion.ON_FAILURE;
        return printAfterChange ? IrDump.Occasion.ON_CHANGE : IrDump.Occasion.ALWAYS;
    }

    boolean printsBefore(String pass) {
        return printBeforeAll || printBefore.contains(pass);
    }

    /// Without named passes a condition is for all.
    boolean printsAfter(String pass) {
        return printAfterAll || printAfter.contains(pass) || printAfter.isEmpty() && occasion() != IrDump.Occasion.ALWAYS;
    }
}
