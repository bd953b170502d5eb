package pim.tool.pimc;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine;
import pim.tool.FileErrors;
import pim.tool.Streams;
import pim.tool.Tool;

/// `pimc`: from a network and an accelerator to the programs of its cores, in one command.
public final class Pimc implements Tool {
    @Command(name = "pimc", description = "Compiles neural networks for processing-in-memory accelerators.", synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true, subcommands = {Compile.class, Verify.class, Simulate.class, ArchCommand.class, ZooCommand.class})
    private static final class Root {}

    @Override public String name() {
        return "pimc";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        var commandLine = new CommandLine(new Root()).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.getCommandSpec().version(version());
        commandLine.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(version()));
        commandLine.setOut(new PrintWriter(io.out(), true, StandardCharsets.UTF_8)).setErr(new PrintWriter(io.err(), true,
            StandardCharsets.UTF_8)).setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commandLine.setExecutionStrategy(parsed -> execute(parsed, io));
        commandLine.setParameterExceptionHandler((e, _) -> {
            io.err().println(e.getCommandLine().getCommandSpec().qualifiedName() + ": error: " + e.getMessage() + "; --help lists the options");
            return 2;
        });
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private int execute(CommandLine.ParseResult parsed, Streams io) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) return help;
        var deepest = parsed.asCommandLineList().getLast();
        if (!(deepest.getCommand() instanceof Subcommand command)) {
            io.err().println("pimc: error: a command is needed: " + String.join(", ", deepest.getSubcommands().keySet()));
            return 2;
        }
        try {
            return FileErrors.guard(name(), io, () -> command.run(io));
        } catch (UsageException e) {
            io.err().println("pimc: error: " + e.getMessage());
            return 2;
        }
    }
}
