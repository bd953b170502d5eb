package pim.tool.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pim.tool.Whole;

/// The command line of `pim-lit`: the options of LLVM's lit.
@Command(name = "pim-lit", sortOptions = false,
    description = "Runs the RUN: lines of test files, as LLVM's lit does; tools of Pimlico run inside this process.",
    footer = {"", "Exit status: 0 no test failed, 1 some did, 2 the tests cannot be run."})
final class Options {
    @Parameters(arity = "1..*", paramLabel = "TEST-PATH", description = "Test files and folders of tests.")
    List<String> paths = new ArrayList<>();
    @Option(names = {"-j", "--threads", "--workers"}, converter = Whole.FromOne.class, paramLabel = "N",
        description = "How many tests run at a time (default: the number of processors).")
    long workers = Runtime.getRuntime().availableProcessors();
    @Option(names = {"-v", "--verbose", "-vv"}, description = "Shows what failed tests ran and printed.")
    boolean verbose;
    @Option(names = {"-a", "--show-all"}, description = "Shows what all tests ran and printed.")
    boolean showAll;
    @Option(names = {"-q", "--quiet"}, description = "Shows nothing but failures.")
    boolean quiet;
    @Option(names = {"-s", "--succinct"}, description = "Names failed tests only.")
    boolean succinct;
    @Option(names = "--filter", paramLabel = "REGEX", description = "Runs only tests whose names hold a match.")
    Pattern filter = Pattern.compile("");
    @Option(names = "--filter-out", paramLabel = "REGEX", description = "Leaves out tests whose names hold a match.")
    Pattern filterOut = Pattern.compile("(?!)");
    @Option(names = "--allow-empty-runs", description = "It is no error when the filters leave no test.")
    boolean allowEmptyRuns;
    @Option(names = "--features", split = ",", paramLabel = "NAME", description = "Features that the tests may require.")
    List<String> features = new ArrayList<>();
    @Option(names = "--timeout", converter = Whole.FromZero.class, paramLabel = "SECONDS",
        description = "How long one test may take (0, the default: any time).")
    long timeout;
    @Option(names = "--exec-root", paramLabel = "DIR", description = "Where tests put temporary files (default: target/lit of the project).")
    Path execRoot;
    @Option(names = "--time-tests", description = "Shows how long the tests took.")
    boolean timeTests;
    @Option(names = "--xunit-xml-output", paramLabel = "FILE", description = "Writes a report as JUnit does.")
    Path xunit;
    @Option(names = "--show-tests", description = "Shows the names of the tests and runs none.")
    boolean showTests;
    @Option(names = {"--show-pass"}, description = "Lists passed tests in the summary.")
    boolean showPass;
    @Option(names = {"--show-unsupported"}, description = "Lists unsupported tests in the summary.")
    boolean showUnsupported;
    @Option(names = {"--show-xfail"}, description = "Lists expectedly failed tests in the summary.")
    boolean showXfail;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.")
    boolean help;
    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    boolean version;

    /// Whether the summary lists the tests of this result.
    boolean lists(Result.Code code) {
        return code.isFailure() || switch (code) {
            case PASS -> showPass;
            case UNSUPPORTED -> showUnsupported;
            case XFAIL -> showXfail;
            default -> false;
        };
    }
}
