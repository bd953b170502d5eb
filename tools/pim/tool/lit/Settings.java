package pim.tool.lit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What `lit.local.cfg` files say about a folder of tests. A folder has the settings of the folder above it, changed by its own file.
///
/// @param substitutions regular expressions and what stands for them
/// @param environment what the environment of commands has besides that of this process
/// @param parameters the `--param` of the command line
/// @param recursiveExpansionLimit how often substitutions are applied again, or -1 for once only
/// @param retries how often a failing test is tried again where it does not say itself
/// @param pipefail whether a pipeline fails when a command other than its last one does
record Settings(Set<String> suffixes, Set<String> excludes, boolean unsupported, Set<String> features, List<Map.Entry<String, String>> substitutions,
                Map<String, String> environment, Map<String, String> parameters, int recursiveExpansionLimit, int retries, boolean pipefail) {
    static final String FILE = "lit.local.cfg";

    /// The settings of a suite before any file is read.
    static Settings initial(List<String> features, Map<String, String> parameters, Map<String, String> environment) {
        return new Settings(Set.of(".mlir", ".test"), Set.of("Inputs"), false, new TreeSet<>(features), List.of(), environment, parameters, -1, 0,
            true);
    }

    /// These settings changed by the file in `folder`, if there is one.
    ///
    /// @throws LitException when the file says something that is not understood
    Settings in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? new SettingsFile(file, this).read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)) : this;
    }

    /// The environment of a test's commands.
    Map<String, String> environmentOf(TestCase test) {
        var all = new TreeMap<>(System.getenv());
        all.putAll(environment);
        all.put("LIT_CURRENT_TESTCASE", test.name());
        return all;
    }
}
