package pim.tool.lit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `lit.local.cfg` files say about a folder of tests.
///
/// The file is Python that LLVM's lit runs; here only these statements are read, one a line, and anything else is an error:
///
/// ```
/// # a comment
/// import lit.util
/// config.suffixes = ['.mlir', '.test']
/// config.excludes = ['Inputs']
/// config.unsupported = True
/// config.available_features.add('feature')
/// config.substitutions.append(('%name', 'text'))
/// config.environment['NAME'] = 'value'
/// if lit.util.which('program'): config.available_features.add('feature')
/// ```
///
/// A folder has the settings of the folder above it, changed by its own file.
///
/// @param substitutions regular expressions and what stands for them
record Settings(Set<String> suffixes, Set<String> excludes, boolean unsupported, Set<String> features, List<Map.Entry<String, String>> substitutions,
                Map<String, String> environment) {
    static final String FILE = "lit.local.cfg";

    private static final String STRING = "('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|r'[^']*'|r\"[^\"]*\")";
    private static final Pattern ONE_STRING = Pattern.compile(STRING);
    private static final Pattern NAMES = Pattern.compile("config\\.(suffixes|excludes)\\s*=\\s*\\[((?:\\s*" + STRING + "\\s*,?)*)\\s*\\]");
    private static final Pattern UNSUPPORTED = Pattern.compile("config\\.unsupported\\s*=\\s*(True|False)");
    private static final Pattern FEATURE = Pattern.compile("(?:if lit\\.util\\.which\\(" + STRING + "\\):\\s*)?config\\.available_features\\.add\\("
        + STRING + "\\)");
    private static final Pattern SUBSTITUTION = Pattern.compile("config\\.substitutions\\.append\\(\\(\\s*" + STRING + "\\s*,\\s*" + STRING
        + "\\s*\\)\\)");
    private static final Pattern ENVIRONMENT = Pattern.compile("config\\.environment\\[" + STRING + "\\]\\s*=\\s*" + STRING);

    static final Settings DEFAULT = new Settings(Set.of(".mlir", ".test"), Set.of("Inputs"), false, Set.of(), List.of(), Map.of());

    /// These settings changed by the file in `folder`, if there is one.
    ///
    /// @throws LitException when the file says something that is not understood
    Settings in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) return this;
        var settings = this;
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            var statement = line.strip();
            if (statement.isEmpty() || statement.startsWith("#") || statement.equals("import lit.util")) continue;
            var changed = settings.with(statement);
            if (changed == null) {
                throw new LitException(file + ":" + number + ":1: error: not one of the statements that pim-lit reads in a " + FILE + ": '"
                    + statement + "'");
            }
            settings = changed;
        }
        return settings;
    }

    private Settings with(String statement) {
        Matcher match;
        if ((match = NAMES.matcher(statement)).matches()) {
            Set<String> names = new TreeSet<>(ONE_STRING.matcher(match.group(2)).results().map(result -> unquoted(result.group())).toList());
            return match.group(1).equals("suffixes") ? new Settings(names, excludes, unsupported, features, substitutions, environment)
                : new Settings(suffixes, names, unsupported, features, substitutions, environment);
        }
        if ((match = UNSUPPORTED.matcher(statement)).matches()) {
            return new Settings(suffixes, excludes, match.group(1).equals("True"), features, substitutions, environment);
        }
        if ((match = FEATURE.matcher(statement)).matches()) {
            return match.group(1) == null || isOnPath(unquoted(match.group(1))) ? withFeatures(List.of(unquoted(match.group(2)))) : this;
        }
        if ((match = SUBSTITUTION.matcher(statement)).matches()) {
            var more = new ArrayList<>(substitutions);
            more.add(Map.entry(unquoted(match.group(1)), unquoted(match.group(2))));
            return new Settings(suffixes, excludes, unsupported, features, more, environment);
        }
        if ((match = ENVIRONMENT.matcher(statement)).matches()) {
            var more = new LinkedHashMap<>(environment);
            more.put(unquoted(match.group(1)), unquoted(match.group(2)));
            return new Settings(suffixes, excludes, unsupported, features, substitutions, more);
        }
        return null;
    }

    Settings withFeatures(List<String> names) {
        var more = new TreeSet<>(features);
        more.addAll(names);
        return new Settings(suffixes, excludes, unsupported, more, substitutions, environment);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String unquoted(String literal) {
        if (literal.startsWith("r")) return literal.substring(2, literal.length() - 1);
        return literal.substring(1, literal.length() - 1).replaceAll("\\\\([\\\\'\"])", "$1");
    }
}
