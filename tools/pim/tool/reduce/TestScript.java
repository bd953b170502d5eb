package pim.tool.reduce;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pim.tool.Streams;

/// The user's script. It is called with its arguments and the name of a file, and ends with 1 if the program in it is interesting, with 0 if not; as for
/// mlir-reduce, every other end is like 1, but for those that say that the script itself could not be run.
///
/// @param file where programs are written for it
record TestScript(String script, List<String> arguments, Path file, Streams io) implements Search.Judge {
    private static final int NOT_EXECUTABLE = 126, NOT_FOUND = 127;

    @Override public boolean isInteresting(String text) throws IOException {
        Files.writeString(file, text);
        var command = new ArrayList<String>();
        // A bare name is looked for where commands are.
        command.add(script.contains("/") ? io.resolve(script).toAbsolutePath().toString() : script);
        command.addAll(arguments);
        command.add(file.toString());
        int status = run(command);
        if (status != NOT_EXECUTABLE && status != NOT_FOUND) return status != 0;
        throw new FileSystemException(script, null, "the test script ended with status " + status + ": a command of it cannot be run");
    }

    private int run(List<String> command) throws IOException {
        var directory = new File(io.directory().toAbsolutePath().toString());
        try {
            return new ProcessBuilder(command).directory(directory).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } catch (IOException e) {
            throw new FileSystemException(script, null, "the test script cannot be run");
        }
    }
}
