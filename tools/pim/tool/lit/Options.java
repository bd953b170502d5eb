package pim.tool.lit;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pim.tool.Streams;
import pim.tool.Whole;

/// The command line of `pim-lit`: the options of LLVM's lit.
@Command(name = "pim-lit", sortOptions = false,
    description = "Runs the RUN: lines of test files, as LLVM's lit does; tools of Pimlico run inside this process.",
    footer = {"", "Exit status: 0 no test failed, 1 some did, 2 the tests cannot be run.",
        "Options are read from the command line and then from the environment variable LIT_OPTS; LIT_FILTER, LIT_FILTER_OUT, LIT_XFAIL,",
        "LIT_XFAIL_NOT, LIT_NUM_SHARDS, LIT_RUN_SHARD and LIT_MAX_WORKERS stand for options that are not given."})
final class Options {
    @Parameters(arity = "1..*", paramLabel = "TEST-PATH", description = "Test files and folders of tests.")
    List<String> paths = new ArrayList<>();
    @Option(names = {"-j", "--threads", "--workers"}, converter = Whole.FromOne.class, paramLabel = "N",
        description = "How many tests run at a time (default: LIT_MAX_WORKERS, or the number of processors).")
    Long workers;
    @Option(names = {"-D", "--param"}, paramLabel = "NAME[=VALUE]", description = "A parameter for the conditions of lit.local.cfg files.")
    List<String> parameters = new ArrayList<>();
    @Option(names = "--features", split = ",", paramLabel = "NAME", description = "Features that the tests may require.")
    List<String> features = new ArrayList<>();
    @Option(names = "--path", paramLabel = "DIR", description = "A folder of programs that tests find before those of PATH.")
    List<Path> programs = new ArrayList<>();
    @Option(names = "--exec-root", paramLabel = "DIR", description = "Where tests put temporary files (default: target/lit of the project).")
    Path execRoot;
    @ArgGroup(validate = false, heading = "Output:%n")
    OutputOptions output = new OutputOptions();
    @ArgGroup(validate = false, heading = "Execution:%n")
    ExecutionOptions execution = new ExecutionOptions();
    @ArgGroup(validate = false, heading = "Selection:%n")
    SelectionOptions selection = new SelectionOptions();
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Prints this.")
    boolean help;
    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    boolean version;

    /// How tests are run.
    static final class ExecutionOptions {
        @Option(names = "--no-execute", description = "Runs no commands; readable tests pass.")
        boolean noExecute;
        @Option(names = "--timeout", converter = Whole.FromZero.class, paramLabel = "SECONDS",
            description = "How long one test may take (0, the default: any time).")
        long timeout;
        @Option(names = "--max-retries-per-test", converter = Whole.FromZero.class, paramLabel = "N",
            description = "How often a failing test is tried again if it does not say itself.")
        long maxRetries;
        @Option(names = "--max-failures", converter = Whole.FromOne.class, paramLabel = "N", description = "Stops after so many failures.")
        long maxFailures = Long.MAX_VALUE;
        @Option(names = "--max-time", converter = Whole.FromOne.class, paramLabel = "SECONDS", description = "Stops after so long.")
        long maxTime = Long.MAX_VALUE;
        @Option(names = "--allow-empty-runs", description = "It is no error when the filters leave no test.")
        boolean allowEmptyRuns;
        @Option(names = "--ignore-fail", description = "Ends with status 0 even when tests fail.")
        boolean ignoreFail;
        @Option(names = "--skip-test-time-recording", description = "Does not write down how long tests took, for the order of the next run.")
        boolean skipTimes;
    }

    /// Which tests are run, and in what order.
    static final class SelectionOptions {
        enum Order { smart, lexical, random }

        @Option(names = "--filter", paramLabel = "REGEX", description = "Runs only tests whose names hold a match, letters of either case.")
        String filter = "";
        @Option(names = "--filter-out", paramLabel = "REGEX", description = "Leaves out tests whose names hold a match.")
        String filterOut = "^$";
        @Option(names = "--filter-failed", description = "Runs only tests that failed the last time.")
        boolean filterFailed;
        @Option(names = "--max-tests", converter = Whole.FromOne.class, paramLabel = "N", description = "Runs at most so many tests.")
        long maxTests = Long.MAX_VALUE;
        @Option(names = "--num-shards", converter = Whole.FromOne.class, paramLabel = "M",
            description = "Cuts the tests into so many parts, and with --run-shard runs one.")
        Long shards;
        @Option(names = "--run-shard", converter = Whole.FromOne.class, paramLabel = "N", description = "The part to run, from 1.")
        Long shard;
        @Option(names = "--order", paramLabel = "smart|lexical|random",
            description = "smart, the default: first those that failed the last time, then those that took long.")
        Order order = Order.smart;
        @Option(names = {"-i", "--incremental"}, description = "The same as --order=smart.")
        boolean incremental;
        @Option(names = "--shuffle", description = "The same as --order=random.")
        boolean shuffle;
        @Option(names = "--seed", paramLabel = "N", description = "Makes the random order the same each time.")
        Long seed;
        @Option(names = "--xfail", split = ";", paramLabel = "NAME", description = "Tests that are expected to fail.")
        List<String> failing = new ArrayList<>();
        @Option(names = "--xfail-not", split = ";", paramLabel = "NAME", description = "Tests that are not, whatever they say themselves.")
        List<String> passing = new ArrayList<>();
        @Option(names = "--exclude-xfail", description = "Leaves out tests that are expected to fail.")
        boolean excludeFailing;

        Order order() {
            return shuffle ? Order.random : incremental ? Order.smart : order;
        }
    }

    /// The options that environment variables stand for, where the command line does not give them.
    private static final Map<String, String> VARIABLES = Map.of("--workers", "LIT_MAX_WORKERS", "--filter", "LIT_FILTER", "--filter-out",
        "LIT_FILTER_OUT", "--xfail", "LIT_XFAIL", "--xfail-not", "LIT_XFAIL_NOT", "--num-shards", "LIT_NUM_SHARDS", "--run-shard", "LIT_RUN_SHARD");

    /// Reads the command line, `LIT_OPTS`, and the variables that stand for single options.
    ///
    /// @throws CommandLine.ParameterException for wrong options
    void parse(CommandLine commandLine, List<String> arguments, Map<String, String> environment) {
        var more = environment.getOrDefault("LIT_OPTS", "").strip();
        commandLine.setDefaultValueProvider(option -> option instanceof OptionSpec named
            ? Stream.of(named.names()).filter(VARIABLES::containsKey).map(name -> environment.get(VARIABLES.get(name))).filter(Objects::nonNull)
                .findFirst().orElse(null) : null);
        commandLine.parseArgs(Stream.concat(arguments.stream(), more.isEmpty() ? Stream.empty() : Stream.of(more.split("\\s+")))
            .toArray(String[]::new));
        if (help || version) return;
        var problem = (selection.shards == null) != (selection.shard == null) ? "--num-shards and --run-shard must be used together"
            : selection.shard != null && selection.shard > selection.shards ? "--run-shard must be between 1 and --num-shards (inclusive)" : null;
        if (problem != null) throw new CommandLine.ParameterException(commandLine, problem);
        for (var regex : List.of(selection.filter, selection.filterOut)) {
            try {
                Pattern.compile(regex);
            } catch (java.util.regex.PatternSyntaxException e) {
                throw new CommandLine.ParameterException(commandLine, "invalid regular expression: '" + regex + "', " + e.getDescription());
            }
        }
    }

    long workers() {
        return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    }

    /// What `--path` makes of the environment.
    Map<String, String> environment(Streams io) {
        if (programs.isEmpty()) return Map.of();
        var folders = Stream.concat(programs.stream().map(folder -> io.resolve(folder.toString()).toAbsolutePath().toString()),
            Stream.of(io.environment().getOrDefault("PATH", "")));
        return Map.of("PATH", folders.collect(Collectors.joining(File.pathSeparator)));
    }

    Map<String, String> parametersByName() {
        var named = new LinkedHashMap<String, String>();
        for (var parameter : parameters) {
            int equals = parameter.indexOf('=');
            named.put(equals < 0 ? parameter : parameter.substring(0, equals), equals < 0 ? "" : parameter.substring(equals + 1));
        }
        return named;
    }

    Execution execution() {
        var timeout = execution.timeout == 0 ? Duration.ofDays(365) : Duration.ofSeconds(execution.timeout);
        return new Execution(timeout, !execution.noExecute, execution.maxRetries, Set.copyOf(selection.failing), Set.copyOf(selection.passing),
            selection.excludeFailing);
    }
}
