package pim.tool.reduce;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pim.tool.Extensions;
import pim.tool.TextFiles;

/// The command line of `pim-reduce`.
@Command(name = "pim-reduce", sortOptions = false, mixinStandardHelpOptions = true,
    description = "Makes a module smaller for as long as a test script finds it interesting.",
    footer = {"", "The script is called with its arguments and the name of a file; it ends with 1 if the module in the file is interesting, with 0 if not.",
        "mlir-reduce's --reduction-tree='test=SCRIPT test-arg=ARG' and --opt-reduction-pass='opt-pass=PASSES test=SCRIPT' mean the same here.",
        "Exit status: 0 all went well, 1 the input is bad or not interesting, 2 the command line is wrong."})
final class Options {
    @Parameters(paramLabel = "FILE", description = "The module, or - for standard input.")
    String file;
    @Option(names = "--test", required = true, paramLabel = "SCRIPT", description = "Says whether a module is interesting.")
    String test;
    @Option(names = "--test-arg", paramLabel = "ARG", description = "An argument for the script, before the name of the file; may be given several times.")
    List<String> arguments = new ArrayList<>();
    @Option(names = "-o", paramLabel = "FILE", description = "Where to write the smallest module found (standard output when not given, or -).")
    String output = TextFiles.STANDARD;
    @Option(names = "--opt-pass", paramLabel = "PASSES",
        description = "Tries what these passes, written as in builtin.module(PASSES), make of the module too; may be given several times.")
    List<String> passes = new ArrayList<>();
    @Option(names = "--allow-unregistered-dialect", description = "Accepts operations that no dialect defines.")
    boolean allowUnregistered;
    @Option(names = "--mlir-print-op-generic", description = "Writes every operation in its generic form, for the script too.")
    boolean generic;
    Extensions extensions = new Extensions();
}
