package pim.tool.lit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a `lit.local.cfg`.
///
/// The file is Python that LLVM's lit runs; here only these statements are read, each on lines of its own, and anything else is an error:
///
/// ```
/// # a comment
/// import lit.util                                        other imports too
/// config.suffixes = ['.mlir', '.test']                   also .add('...'), and the same for config.excludes
/// config.unsupported = True
/// config.available_features.add('feature')               also .discard('feature'), and = ['feature']
/// config.substitutions.append(('%name', 'text'))         also .insert(0, ('%name', 'text')), and = or += [('%name', 'text')]
/// config.environment['NAME'] = 'value'
/// config.recursiveExpansionLimit = 10                    also None
/// config.test_retry_attempts = 2
/// config.pipefail = False
/// config.test_format = lit.formats.ShTest(execute_external=False)
/// if CONDITION: STATEMENT                                or statements indented below it, and below an else:
/// ```
///
/// A condition joins `lit.util.which('program')`, `'feature' in config.available_features`, `'name' in lit_config.params` and
/// `lit_config.params.get('name') == 'value'` with `not`, `and` and `or`.
final class SettingsFile {
    private static final String STRING = "('[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|r'[^']*'|r\"[^\"]*\")";
    private static final String PAIR = "\\(\\s*" + STRING + "\\s*,\\s*" + STRING + "\\s*,?\\s*\\)";
    private static final Pattern ONE_STRING = Pattern.compile(STRING);
    /// A string, or a comment.
    private static final Pattern COMMENT = Pattern.compile(STRING + "|#.*");
    private static final Pattern IF = Pattern.compile("if (.+?):(?:\\s+(\\S.*))?");
    private static final Pattern ELSE = Pattern.compile("else:(?:\\s+(\\S.*))?");

    private final Path file;
    private final Set<String> suffixes;
    private final Set<String> excludes;
    private final Set<String> features;
    private final List<Map.Entry<String, String>> substitutions;
    private final Map<String, String> environment;
    private final Map<String, String> parameters;
    private final List<Statement> statements = List.of(
        new Statement("config\\.(suffixes|excludes)\\s*=\\s*[\\[{]((?:\\s*" + STRING + "\\s*,?)*)\\s*[\\]}]", this::assignNames),
        new Statement("config\\.(suffixes|excludes)\\.(?:add|append)\\(" + STRING + "\\)", match -> names(match).add(unquoted(match.group(2)))),
        new Statement("config\\.unsupported\\s*=\\s*(True|False)", match -> this.unsupported = match.group(1).equals("True")),
        new Statement("config\\.pipefail\\s*=\\s*(True|False)", match -> this.pipefail = match.group(1).equals("True")),
        new Statement("config\\.available_features\\s*=\\s*[\\[{]((?:\\s*" + STRING + "\\s*,?)*)\\s*[\\]}]", this::assignFeatures),
        new Statement("config\\.available_features\\.add\\(" + STRING + "\\)", match -> this.features().add(unquoted(match.group(1)))),
        new Statement("config\\.available_features\\.(?:discard|remove)\\(" + STRING + "\\)",
            match -> this.features().remove(unquoted(match.group(1)))),
        new Statement("config\\.substitutions\\.(append\\(|insert\\(\\s*0\\s*,)\\s*" + PAIR + "\\s*,?\\s*\\)",
            match -> substitute(match, 2, match.group(1).startsWith("append"))),
        new Statement("config\\.substitutions\\s*(\\+?=)\\s*\\[((?:\\s*" + PAIR + "\\s*,?)*)\\s*\\]", this::substituteAll),
        new Statement("config\\.environment\\[" + STRING + "\\]\\s*=\\s*" + STRING,
            match -> this.environment().put(unquoted(match.group(1)), unquoted(match.group(2)))),
        new Statement("config\\.recursiveExpansionLimit\\s*=\\s*(\\d{1,4}|None)",
            match -> this.expansionLimit = match.group(1).equals("None") ? -1 : Integer.parseInt(match.group(1))),
        new Statement("config\\.test_retry_attempts\\s*=\\s*(\\d{1,4})", match -> this.retries = Integer.parseInt(match.group(1))),
        new Statement("config\\.test_format\\s*=\\s*lit\\.formats\\.ShTest\\((?:execute_external\\s*=\\s*)?False\\)", _ -> { }),
        new Statement("(?:import|from) .+|pass", _ -> { }));
    private boolean unsupported;
    private boolean pipefail;
    private int expansionLimit;
    private int retries;
    private int number;

    @FunctionalInterface private interface Effect {
        void on(MatchResult match);
    }

    private record Statement(Pattern pattern, Effect effect) {
        Statement(String pattern, Effect effect) {
            this(Pattern.compile(pattern), effect);
        }
    }

    /// The lines below an `if` or `else`.
    ///
    /// @param indent the columns that the `if` stands at
    /// @param runs whether the branch counts
    /// @param holds whether the condition of the `if` does, where everything around it counts
    private record Block(int indent, boolean runs, boolean holds) {}

    /// @param settings those of the folder above
    SettingsFile(Path file, Settings settings) {
        this.file = file;
        suffixes = new TreeSet<>(settings.suffixes());
        excludes = new TreeSet<>(settings.excludes());
        features = new TreeSet<>(settings.features());
        substitutions = new ArrayList<>(settings.substitutions());
        environment = new LinkedHashMap<>(settings.environment());
        parameters = settings.parameters();
        unsupported = settings.unsupported();
        pipefail = settings.pipefail();
        expansionLimit = settings.recursiveExpansionLimit();
        retries = settings.retries();
    }

    Settings read(String contents) {
        var blocks = new ArrayList<Block>();
        for (var logical : logicalLines(contents)) {
            number = logical.number();
            var line = logical.text();
            var text = line.strip();
            int indent = line.indexOf(text.charAt(0));
            Block ended = null;
            while (!blocks.isEmpty() && blocks.getLast().indent() >= indent) ended = blocks.removeLast();
            boolean runs = blocks.stream().allMatch(Block::runs);
            var condition = IF.matcher(text);
            var otherwise = ELSE.matcher(text);
            if (condition.matches()) {
                boolean holds = isTrue(condition.group(1));
                open(blocks, new Block(indent, runs && holds, holds), condition.group(2));
            } else if (otherwise.matches() && ended != null && ended.indent() == indent) {
                open(blocks, new Block(indent, runs && !ended.holds(), true), otherwise.group(1));
            } else {
                execute(text, runs);
            }
        }
        return new Settings(suffixes, excludes, unsupported, features, substitutions, environment, parameters, expansionLimit, retries, pipefail);
    }

    /// A line with those after it that its open brackets join to it, without comments.
    private record LogicalLine(int number, String text) {}

    private static List<LogicalLine> logicalLines(String contents) {
        var lines = new ArrayList<LogicalLine>();
        var open = new StringBuilder();
        int first = 0;
        int number = 0;
        for (var line : (Iterable<String>) contents.lines()::iterator) {
            number++;
            var code = COMMENT.matcher(line).replaceAll(match -> match.group(1) == null ? "" : Matcher.quoteReplacement(match.group()))
                .stripTrailing();
            if (code.isEmpty()) continue;
            if (open.isEmpty()) first = number;
            open.append(open.isEmpty() ? "" : " ").append(open.isEmpty() ? code : code.strip());
            var bare = ONE_STRING.matcher(open).replaceAll("");
            if (bare.chars().map(c -> "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0).sum() > 0) continue;
            lines.add(new LogicalLine(first, open.toString()));
            open.setLength(0);
        }
        if (!open.isEmpty()) lines.add(new LogicalLine(first, open.toString()));
        return lines;
    }

    private void open(List<Block> blocks, Block block, String statement) {
        if (statement != null) execute(statement, block.runs());
        blocks.add(block);
    }

    private void execute(String text, boolean runs) {
        for (var statement : statements) {
            var match = statement.pattern().matcher(text);
            if (!match.matches()) continue;
            if (runs) statement.effect().on(match);
            return;
        }
        throw new LitException(file + ":" + number + ":1: error: not one of the statements that pim-lit reads in a " + Settings.FILE + ": '" + text
            + "'");
    }

    private Set<String> names(MatchResult match) {
        return match.group(1).equals("suffixes") ? suffixes : excludes;
    }

    private void assignNames(MatchResult match) {
        names(match).clear();
        ONE_STRING.matcher(match.group(2)).results().forEach(name -> names(match).add(unquoted(name.group())));
    }

    private void assignFeatures(MatchResult match) {
        features.clear();
        ONE_STRING.matcher(match.group(1)).results().forEach(name -> features.add(unquoted(name.group())));
    }

    private void substituteAll(MatchResult match) {
        if (match.group(1).equals("=")) substitutions.clear();
        Pattern.compile(PAIR).matcher(match.group(2)).results().forEach(pair -> substitute(pair, 1, true));
    }

    /// @param group the one that holds the name; the text is in the next
    private void substitute(MatchResult match, int group, boolean last) {
        var pattern = unquoted(match.group(group));
        try {
            Substitutions.pattern(pattern);
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new LitException(file + ":" + number + ":1: error: '" + pattern + "' is no regular expression: " + e.getDescription());
        }
        substitutions.add(last ? substitutions.size() : 0, Map.entry(pattern, unquoted(match.group(group + 1))));
    }

    private Set<String> features() {
        return features;
    }

    private Map<String, String> environment() {
        return environment;
    }

    private boolean isTrue(String condition) {
        return Arrays.stream(condition.split("\\s+or\\s+")).anyMatch(all -> Arrays.stream(all.split("\\s+and\\s+")).allMatch(this::holds));
    }

    private boolean holds(String text) {
        var condition = text.strip();
        if (condition.startsWith("not ")) return !holds(condition.substring("not ".length()));
        var which = Pattern.compile("lit\\.util\\.which\\(" + STRING + "\\)").matcher(condition);
        if (which.matches()) return isOnPath(unquoted(which.group(1)));
        var in = Pattern.compile(STRING + "\\s+(not )?in\\s+(config\\.available_features|lit_config\\.params)").matcher(condition);
        if (in.matches()) {
            var names = in.group(3).startsWith("config") ? features : parameters.keySet();
            return names.contains(unquoted(in.group(1))) == (in.group(2) == null);
        }
        var parameter = Pattern.compile("lit_config\\.params\\.get\\(" + STRING + "\\)(?:\\s*(==|!=)\\s*" + STRING + ")?").matcher(condition);
        if (parameter.matches()) {
            var value = parameters.get(unquoted(parameter.group(1)));
            if (parameter.group(2) == null) return value != null && !value.isEmpty();
            return unquoted(parameter.group(3)).equals(value) == parameter.group(2).equals("==");
        }
        throw new LitException(file + ":" + number + ":1: error: not one of the conditions that pim-lit reads in a " + Settings.FILE + ": '"
            + condition + "'");
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
