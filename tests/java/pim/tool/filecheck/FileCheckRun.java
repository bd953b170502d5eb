package pim.tool.filecheck;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pim.tool.Streams;

/// One run of a FileCheck on `check.txt` in a folder: its exit status and what it wrote to standard error.
record FileCheckRun(int status, String errors) {
    private static final String CHECK_FILE = "check.txt";

    /// Runs ours.
    static FileCheckRun ours(Path folder, List<String> options, String check, String input) throws IOException {
        Files.writeString(folder.resolve(CHECK_FILE), check, StandardCharsets.ISO_8859_1);
        var err = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(options);
        arguments.add(CHECK_FILE);
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1));
        int status = new FileCheck().run(arguments, new Streams(folder, in, new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err, true)));
        return new FileCheckRun(status, err.toString(StandardCharsets.ISO_8859_1));
    }

    /// Runs LLVM's.
    static FileCheckRun theirs(Path program, Path folder, List<String> options, String check, String input) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(CHECK_FILE), check, StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("input.txt"), input, StandardCharsets.ISO_8859_1);
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(options);
        command.add(CHECK_FILE);
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectInput(folder.resolve("input.txt").toFile()).start();
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return new FileCheckRun(process.waitFor(), errors);
    }

    /// LLVM's program, where it is installed.
    static Optional<Path> program() {
        return Stream.of("/usr/lib/llvm-22/bin/FileCheck", "/usr/bin/FileCheck-22").map(Path::of).filter(Files::isExecutable).findFirst();
    }

}
