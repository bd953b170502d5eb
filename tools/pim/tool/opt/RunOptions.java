package pim.tool.opt;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.TypeConversionException;
import pim.pass.IrDump;
import pim.pass.StatisticsReport;
import pim.pass.TimingReport;
import pim.rewrite.DebugCounters;
import pim.tool.OptionTable;

/// How passes are run and watched: mlir-opt's options of its pass manager.
final class RunOptions {
    boolean verifyEach = true;
    boolean disableThreading;
    boolean timing;
    TimingReport timingDisplay = TimingReport.TREE;
    TimingReport.Format timingFormat = TimingReport.Format.TEXT;
    boolean statistics;
    StatisticsReport statisticsDisplay = StatisticsReport.PIPELINE;
    List<String> printBefore = new ArrayList<>();
    List<String> printAfter = new ArrayList<>();
    boolean printBeforeAll;
    boolean printAfterAll;
    boolean printAfterChange;
    boolean printAfterFailure;
    boolean printModuleScope;
    String printTree;
    String crashReproducer;
    boolean localReproducer;
    String reproducer;
    boolean runReproducer;
    DebugCounters counters = DebugCounters.parse("");
    boolean printCounters;
    String logActions;
    String profileActions;
    private final OptionTable table = new OptionTable();

    RunOptions() {
        table
            .optional("--verify-each", Boolean.class, new Options.Switch(), "1", "0|1", "Verifies after each pass (default: 1).", x -> verifyEach = x)
            .flag("--mlir-disable-threading", "Runs passes on one operation after the other.", x -> disableThreading = x)
            .flag("--mlir-timing", "Writes a table of how long each step took to standard error.", x -> timing = x)
            .value("--mlir-timing-display", TimingReport.class, "list|tree",
                "Each step within that it was part of, or steps of one name together, the longest first (default: tree).", x -> timingDisplay = x)
            .value("--mlir-output-format", TimingReport.Format.class, "text|json", "The form of the table of times (default: text).",
                x -> timingFormat = x)
            .flag("--mlir-pass-statistics", "Writes what the passes counted to standard error.", x -> statistics = x)
            .value("--mlir-pass-statistics-display", StatisticsReport.class, "list|pipeline",
                "Each pass at its place in the pipeline, or equal passes together (default: pipeline).", x -> statisticsDisplay = x)
            .list("--mlir-print-ir-before", "PASS", "Writes the program before those passes to standard error.", x -> printBefore = x)
            .list("--mlir-print-ir-after", "PASS", "Writes the program after those passes to standard error.", x -> printAfter = x)
            .flag("--mlir-print-ir-before-all", "Writes the program before each pass to standard error.", x -> printBeforeAll = x)
            .flag("--mlir-print-ir-after-all", "Writes the program after each pass to standard error.", x -> printAfterAll = x)
            .flag("--mlir-print-ir-after-change", "Writes the program only after passes that changed it.", x -> printAfterChange = x)
            .flag("--mlir-print-ir-after-failure", "Writes the program only after passes that failed.", x -> printAfterFailure = x)
            .flag("--mlir-print-ir-module-scope", "Writes the whole program rather than what the pass runs on; needs --mlir-disable-threading.",
                x -> printModuleScope = x)
            .text("--mlir-print-ir-tree-dir", "FOLDER", "Writes the programs to files in FOLDER rather than to standard error.", x -> printTree = x)
            .text("--mlir-pass-pipeline-crash-reproducer", "FILE",
                "Writes a module to FILE, when a pass fails, that shows the failure with --run-reproducer.", x -> crashReproducer = x)
            .flag("--mlir-pass-pipeline-local-reproducer", "Makes that module the one which the failing pass saw; needs --mlir-disable-threading.",
                x -> localReproducer = x)
            .text("--mlir-generate-reproducer", "FILE", "Writes such a module to FILE in any case.", x -> reproducer = x)
            .flag("--run-reproducer", "Runs the pipeline that stands in the module among its resources.", x -> runReproducer = x)
            .value("--mlir-debug-counter,--debug-counter", DebugCounters.class, RunOptions::counters, "NAME-skip=N,NAME-count=N",
                List.of("Leaves out the first N actions of that name, and all but N behind those. NAME is pass-execution, apply-pattern "
                    + "or", "GreedyPatternRewriteIteration. Passes then run one after the other."),
                x -> counters = x)
            .flag("--mlir-print-debug-counter,--print-debug-counter", "Writes how many actions there were of those names to standard error.", x -> printCounters = x)
            .text("--log-actions-to", "FILE", "Writes each action to FILE, or to standard error for -. Passes then run one after the other.",
                x -> logActions = x)
            .text("--profile-actions-to", "FILE", "Writes when each action began and ended to FILE, or to standard error for -, as Chrome's trace "
                + "format has it. Passes then run one after the other.", x -> profileActions = x);
    }

    OptionTable options() {
        return table;
    }

    private static DebugCounters counters(String text) {
        try {
            return DebugCounters.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /// The names of passes that were given.
    List<String> printed() {
        var names = new ArrayList<>(printBefore);
        names.addAll(printAfter);
        return names;
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
