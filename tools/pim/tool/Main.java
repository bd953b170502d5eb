package pim.tool;

import java.io.IOException;
import java.util.List;

/// The one entry point of the jar: `java -jar pimlico.jar TOOL ARGUMENTS...`.
public final class Main {
    public static void main(String[] arguments) throws IOException {
        var io = Streams.ofProcess();
        var tool = arguments.length == 0 ? null : Tools.named(arguments[0]);
        int status = 2;
        if (tool == null) io.err().println("error: no such tool" + (arguments.length == 0 ? "" : ": '" + arguments[0] + "'"));
        else status = tool.run(List.of(arguments).subList(1, arguments.length), io);
        io.flush();
        // Ending by itself is quicker than an exit, of which the JVM keeps a log.
        if (status != 0) System.exit(status);
    }
}
