package pim.tool.opt;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;
import pim.ir.AsmWriter;
import pim.syntax.PrintOptions;
import pim.syntax.PrintOptions.Flag;
import pim.tool.Whole;
import pim.tool.Extensions;
import pim.tool.OptionTable;
import pim.tool.SplitInput;

/// The command line of `pim-opt` but for the passes: mlir-opt's options, which take one dash or two.
final class Options {
    String file = "-";
    String output = "-";
    String pipeline;
    boolean allowUnregistered;
    private final Set<Flag> printed = new HashSet<>();
    long hexIfLarger = AsmWriter.HEX_IF_LARGER;
    long elideElements = -1;
    long elideResources = -1;
    Expectation verifyDiagnostics;
    String splitMarker;
    String outputMarker = SplitInput.MARKER;
    boolean dumpPipeline;
    boolean listPasses;
    List<String> exportIrdl = List.of();
    boolean irdlForm;
    boolean implicitModule = true;
    boolean verifyParsed = true;
    boolean verifyRoundTrip;
    boolean showDialects;
    boolean help;
    boolean version;
    final Extensions extensions = new Extensions();
    final RunOptions run = new RunOptions();
    final MessageOptions messages = new MessageOptions();
    private final OptionTable table = new OptionTable();

    Options() {
        table
            .file("FILE", "The module (standard input when not given, or -).", x -> file = x)
            .text("-o", "FILE", "Where to write; whole or, after an error, not at all (standard output when not given, or -).", x -> output = x)
            .text("--pass-pipeline,-p", "PIPELINE", "The passes as text: builtin.module(func.func(cse,canonicalize{max-iterations=3})).",
                x -> pipeline = x)
            .flag("--allow-unregistered-dialect", "Accepts operations that no dialect defines.", x -> allowUnregistered = x)
            .flag("--no-implicit-module", "Takes the one operation in the file as it is, without a module around it.", x -> implicitModule = !x)
            .flag("--verify-roundtrip", "Checks that what has been read comes back from its own text.", x -> verifyRoundTrip = x)
            .flag("--mlir-very-unsafe-disable-verifier-on-parsing", "Does not verify what has been read before passes run.",
                x -> verifyParsed = !x)
            .flag("--mlir-print-op-generic", "Writes every operation in its generic form.", printing(Flag.GENERIC))
            .flag("--mlir-print-debuginfo", "Writes locations.", printing(Flag.LOCATIONS))
            .flag("--mlir-print-local-scope", "Writes attributes, types and locations where they stand: no aliases, no resources.",
                printing(Flag.LOCAL_SCOPE))
            .flag("--mlir-print-unique-ssa-ids", "Gives no two values of the program one name; the generic form does so always.",
                printing(Flag.UNIQUE_NAMES))
            .flag("--mlir-use-nameloc-as-prefix", "Calls values as their locations say.", printing(Flag.LOCATION_NAMES))
            .flag("--mlir-print-skip-regions", "Writes {...} for each region.", printing(Flag.SKIP_REGIONS))
            .flag("--mlir-print-value-users", "Writes comments that say who uses each value.", printing(Flag.USERS))
            .value("--mlir-print-elementsattrs-with-hex-if-larger", Long.class, "N",
                "Writes elements of attributes that have more than N as hexadecimal digits; -1: none (default: " + AsmWriter.HEX_IF_LARGER + ").",
                x -> hexIfLarger = x)
            .value("--mlir-elide-elementsattrs-if-larger", Long.class, new Whole.FromZero(), "N",
                List.of("Leaves out elements of attributes that have more than N."), x -> elideElements = x)
            .value("--mlir-elide-resource-strings-if-larger", Long.class, new Whole.FromZero(), "N",
                List.of("Leaves out resources of more than N characters."), x -> elideResources = x)
            .optional("--verify-diagnostics", Expectation.class, Expectation::named, "all", "all|only-expected",
                "Checks messages against the expected-error, -warning, -note and -remark comments in the input.", x -> verifyDiagnostics = x)
            .optional("--split-input-file", String.class, marker -> marker, SplitInput.MARKER, "MARKER",
                "Cuts the input at lines that are MARKER (default: " + SplitInput.MARKER + ") and works on each part by itself.",
                x -> splitMarker = x)
            .text("--output-split-marker", "MARKER", "Written between the parts (default: " + SplitInput.MARKER + ").", x -> outputMarker = x)
            .flag("--dump-pass-pipeline", "Writes the pipeline, with all options, to standard error before it runs.", x -> dumpPipeline = x)
            .flag("--list-passes", "Lists the passes and their options.", x -> listPasses = x)
            .list("--export-irdl", "NAME",
                "Writes the dialects of these names in MLIR's irdl dialect, so that mlir-opt --irdl-file verifies their operations in generic form.",
                x -> exportIrdl = x)
            .flag("--print-irdl-form", "Writes the generic form as mlir-opt --irdl-file reads it: what our types and attributes have in their "
                + "brackets as a string, a terminator where it needs one, no aliases and no resources.", x -> irdlForm = x)
            .flag("--show-dialects", "Lists the dialects.", x -> showDialects = x)
            .help(x -> help = x)
            .version(x -> version = x)
            .with(extensions.options()).with(run.options()).with(messages.options());
    }

    /// Takes what `arguments` say, and gives the passes among them.
    ///
    /// @throws CommandLine.ParameterException if they are wrong
    List<PassArguments.Named> read(List<String> arguments) {
        var split = PassArguments.of(arguments, table);
        var own = split.own();
        if (!table.usePlainly(own)) table.use(command(table.spec(own)).parseArgs(own.toArray(String[]::new)));
        return split.passes();
    }

    /// The whole command, to describe it.
    CommandLine command() {
        return command(table.spec());
    }

    private static CommandLine command(CommandSpec spec) {
        spec.name("pim-opt").usageMessage().sortOptions(false).customSynopsis("pim-opt [FILE|-] [--PASS[=OPTIONS]]... [OPTION]...")
            .description("Reads a module, runs passes on it in the order they are given, and writes it.")
            .footer("",
                "Each pass is an option itself: --canonicalize, or --canonicalize=\"max-iterations=3 top-down=false\"; --list-passes shows them.",
                "Exit status: 0 all went well, 1 the input is bad or a pass failed, 2 the command line is wrong.");
        return new CommandLine(spec).setPosixClusteredShortOptionsAllowed(false).setExpandAtFiles(false).setTrimQuotes(false)
            .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// Which messages `--verify-diagnostics` looks at.
    enum Expectation {
        ALL, ONLY_EXPECTED;

        @Override public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Expectation named(String text) {
            for (var expectation : values()) if (expectation.toString().equals(text)) return expectation;
            throw new TypeConversionException("'" + text + "' is not all or only-expected");
        }
    }

    /// `0`, `1`, `true` or `false`.
    record Switch() implements ITypeConverter<Boolean> {
        @Override public Boolean convert(String text) {
            return switch (text) {
                case "1", "true" -> true;
                case "0", "false" -> false;
                default -> throw new TypeConversionException("'" + text + "' is not 0, 1, true or false");
            };
        }
    }

    private Consumer<Boolean> printing(Flag flag) {
        return on -> {
            if (on) printed.add(flag);
            else printed.remove(flag);
        };
    }

    PrintOptions print() {
        return new PrintOptions(printed, hexIfLarger, elideElements, elideResources);
    }
}
