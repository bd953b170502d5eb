package pim.tool.lit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Reads test scripts and settings that are texts, and runs nothing.
public final class ScriptText {
    private static final Path FILE = Path.of("/suite/test.mlir");

    private ScriptText() {}

    /// Reads the settings of a folder and then a test in it, up to the commands that would be run.
    ///
    /// @return the message about what cannot be read, or null
    public static String problem(String settings, String test) {
        try {
            var initial = Settings.initial(List.of("feature"), Map.of("name", "value"), Map.of());
            var read = new SettingsFile(Path.of("/suite/lit.local.cfg"), initial).read(settings);
            var file = TestFile.parse(test);
            file.usedFeatures();
            file.isExpectedToFail(read.features());
            file.missing(read.features());
            file.unsupportedBy(read.features());
            var substitutions = new Substitutions(read, FILE, Path.of("/out/Output/test.mlir"));
            for (var line : file.script()) {
                switch (line) {
                    case TestFile.Line.Define define -> substitutions.define(define);
                    case TestFile.Line.Run(_, var text) -> {
                        var command = substitutions.apply(text);
                        if (!command.isBlank()) ShellParser.parse(command);
                    }
                }
            }
            return null;
        } catch (LitException | IllegalArgumentException | ShellSyntaxException e) {
            return e.getMessage();
        }
    }
}
