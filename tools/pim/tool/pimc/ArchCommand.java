package pim.tool.pimc;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic.Severity;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.DataSheet;
import pim.dialect.arch.Description;
import pim.dialect.arch.Lint;
import pim.dialect.arch.Remarks;
import pim.tensor.WholeFile;
import pim.tool.Streams;

@Command(name = "arch", description = "Lists, shows and checks descriptions of accelerators.", mixinStandardHelpOptions = true,
    subcommands = {ArchCommand.ListPresets.class, ArchCommand.Show.class, ArchCommand.Check.class})
final class ArchCommand {
    private ArchCommand() {}

    @Command(name = "list", description = "Lists the presets.", mixinStandardHelpOptions = true)
    static final class ListPresets implements Subcommand {
        @Override public int run(Streams io) {
            Accelerator.presets().forEach(io.out()::println);
            return 0;
        }
    }

    @Command(name = "show", description = "Prints each value of a description with its key, unit and source.", mixinStandardHelpOptions = true)
    static final class Show implements Subcommand {
        @Parameters(paramLabel = "A", description = "a preset or a JSON file")
        private String arch;

        @Option(names = "--json", description = "print the description as JSON")
        private boolean json;

        @Option(names = "-o", paramLabel = "DIR", description = "write it for pimsim-nn: config.json, and network.json with the cost of each pair")
        private String output;

        @Override public int run(Streams io) throws IOException {
            if (json && output != null) throw new UsageException("--json prints and -o writes; give one of them");
            var accelerator = Description.load(arch, io.directory(), Diagnostics.printingTo(io.err())).accelerator();
            if (output == null) {
                io.out().print(json ? Description.write(accelerator) : DataSheet.of(arch, accelerator));
                return 0;
            }
            var folder = io.resolve(output);
            WholeFile.makeFolder(folder);
            Description.writeForSimulator(accelerator, folder);
            return 0;
        }
    }

    @Command(name = "check", description = {"Finds what is wrong with a description: values that are missing, unknown, out of range or contradict "
        + "each other are errors, what is possible but odd is a warning.", "Exit status: 0 without errors, 1 with."}, mixinStandardHelpOptions = true)
    static final class Check implements Subcommand {
        @Parameters(paramLabel = "A", description = "a JSON file or a preset")
        private String arch;

        @Override public int run(Streams io) throws IOException {
            var diagnostics = Diagnostics.printingTo(io.err());
            int warnings = 0;
            try {
                var description = Description.load(arch, io.directory(), diagnostics);
                Lint.report(Lint.check(description.accelerator()), Severity.ERROR, description, diagnostics);
                var remarks = Remarks.check(description.accelerator());
                Lint.report(remarks, Severity.WARNING, description, diagnostics);
                warnings = remarks.size();
            } catch (CompileFailure reported) {
                // What was wrong has been said and counted.
            }
            io.out().println(arch + ": " + count(diagnostics.errorCount(), "error") + ", " + count(warnings, "warning"));
            return diagnostics.hasErrors() ? 1 : 0;
        }

        private static String count(int n, String what) {
            return n + " " + what + (n == 1 ? "" : "s");
        }
    }
}
