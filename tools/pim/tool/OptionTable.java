package pim.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The options of a command line, said in code. Picocli can read them from annotations as well, but that takes longer than all else that a tool does
/// with a small file; to make all of them known to it takes a good part of that.
public final class OptionTable {
    /// How many values an option has: none, none or one, one that is taken as it is written, or else what picocli reads.
    public enum Values { NONE, OPTIONAL, TEXT, OTHER }

    /// One option.
    ///
    /// @param fallback  its value where it stands alone, if it may
    /// @param described what picocli is to know of it beside names and type; it is asked for when that is needed
    /// @param use       what takes its value
    public record Declared(List<String> names, Values values, String fallback, Class<?> type, UnaryOperator<OptionSpec.Builder> described,
                           Consumer<?> use) {
        private OptionSpec built() {
            return described.apply(OptionSpec.builder(names.toArray(String[]::new)).type(type)).build();
        }
    }

    private final List<Declared> options = new ArrayList<>();
    private final Map<ArgSpec, Consumer<Object>> uses = new LinkedHashMap<>();
    private Supplier<PositionalParamSpec> file;
    private Consumer<String> fileUse;

    /// To say more of the command, and to parse it.
    public CommandSpec spec() {
        return specOf(options);
    }

    /// As above, but with those options alone that stand among `arguments`, before an equals sign if there is one.
    public CommandSpec spec(List<String> arguments) {
        var written = new LinkedHashSet<Declared>();
        for (var argument : arguments) if (option(withoutValue(argument)) instanceof Declared option) written.add(option);
        return specOf(List.copyOf(written));
    }

    private static String withoutValue(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    /// The option of the name, with its dashes; null where there is none.
    public Declared option(String name) {
        for (var option : options) if (option.names.contains(name)) return option;
        return null;
    }

    /// Takes `arguments` as they are when they are flags, texts and a file at most, as they mostly are: for those no command need be made.
    ///
    /// @return whether it did
    @SuppressWarnings("unchecked") public boolean usePlainly(List<String> arguments) {
        String given = null;
        var values = new LinkedHashMap<Declared, Object>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var name = withoutValue(argument);
            var option = option(name);
            if (option == null) {
                if (given != null || file == null || argument.isEmpty() || argument.startsWith("-") && argument.length() > 1) return false;
                given = argument;
                continue;
            }
            boolean alone = name.length() == argument.length();
            var value = switch (option.values) {
                case NONE -> alone ? true : null;
                case TEXT -> !alone ? argument.substring(name.length() + 1) : ++i < arguments.size() ? value(arguments.get(i)) : null;
                default -> null;
            };
            if (value == null || values.put(option, value) != null) return false;
        }
        values.forEach((option, value) -> ((Consumer<Object>) option.use).accept(value));
        if (given != null) fileUse.accept(given);
        return true;
    }

    /// `argument` unless it is an option, which nobody means for a value.
    private String value(String argument) {
        return option(withoutValue(argument)) == null ? argument : null;
    }

    private CommandSpec specOf(List<Declared> known) {
        var spec = CommandSpec.create();
        if (file != null) {
            var positional = file.get();
            spec.addPositional(positional);
            used(positional, fileUse);
        }
        for (var option : known) {
            var built = option.built();
            spec.addOption(built);
            used(built, option.use);
        }
        return spec;
    }

    /// The options of another table behind those that are there.
    public OptionTable with(OptionTable others) {
        options.addAll(others.options);
        return this;
    }

    /// The file that stands on the command line without an option's name, if any.
    public OptionTable file(String label, String description, Consumer<String> use) {
        file = () -> PositionalParamSpec.builder().arity("0..1").type(String.class).paramLabel(label).description(description).build();
        fileUse = use;
        return this;
    }

    /// An option that is there or not, by one name or, with commas between them, any of several.
    public OptionTable flag(String names, String description, Consumer<Boolean> use) {
        return flag(names, spec -> spec.description(description), use);
    }

    private OptionTable flag(String names, UnaryOperator<OptionSpec.Builder> described, Consumer<Boolean> use) {
        return add(names, Values.NONE, null, boolean.class, spec -> described.apply(spec.arity("0")), use);
    }

    /// An option with a value, by one name or several.
    public OptionTable text(String names, String label, String description, Consumer<String> use) {
        return add(names, Values.TEXT, null, String.class, spec -> spec.paramLabel(label).description(description), use);
    }

    /// An option whose value is of an enum, or a type that picocli knows.
    public <T> OptionTable value(String names, Class<T> type, String label, String description, Consumer<T> use) {
        return add(names, Values.OTHER, null, type, spec -> spec.paramLabel(label).description(description), use);
    }

    /// An option whose value `converter` reads, by one name or several.
    public <T> OptionTable value(String names, Class<T> type, ITypeConverter<T> converter, String label, List<String> description, Consumer<T> use) {
        return add(names, Values.OTHER, null, type,
            spec -> spec.paramLabel(label).description(description.toArray(String[]::new)).converters(converter), use);
    }

    /// An option that may stand alone, and then means `fallback`.
    public <T> OptionTable optional(String names, Class<T> type, ITypeConverter<T> converter, String fallback, String label, String description,
                                    Consumer<T> use) {
        return add(names, Values.OPTIONAL, fallback, type,
            spec -> spec.paramLabel(label).description(description).converters(converter).arity("0..1").fallbackValue(fallback), use);
    }

    /// An option whose values may stand with commas between them, and which may be given several times.
    public OptionTable list(String names, String label, String description, Consumer<List<String>> use) {
        return add(names, Values.OTHER, null, List.class,
            spec -> spec.paramLabel(label).description(description).auxiliaryTypes(String.class).splitRegex(","), use);
    }

    /// An option, by one name or several, that may be given several times.
    public OptionTable each(String names, String label, String description, Consumer<List<String>> use) {
        return add(names, Values.OTHER, null, List.class, spec -> spec.paramLabel(label).description(description).auxiliaryTypes(String.class), use);
    }

    /// An option that may be given several times, whose values `converter` reads.
    public <T> OptionTable each(String names, Class<T> type, ITypeConverter<T> converter, String label, String description,
                                Consumer<List<T>> use) {
        return add(names, Values.OTHER, null, List.class,
            spec -> spec.paramLabel(label).description(description).auxiliaryTypes(type).converters(converter), use);
    }

    public OptionTable help(Consumer<Boolean> use) {
        return flag("--help,-h", spec -> spec.usageHelp(true).description("Prints this."), use);
    }

    public OptionTable version(Consumer<Boolean> use) {
        return flag("--version", spec -> spec.versionHelp(true).description("Prints the version."), use);
    }

    private OptionTable add(String names, Values values, String fallback, Class<?> type, UnaryOperator<OptionSpec.Builder> described,
                            Consumer<?> use) {
        options.add(new Declared(List.of(names.split(",")), values, fallback, type, described, use));
        return this;
    }

    @SuppressWarnings("unchecked") private void used(ArgSpec argument, Consumer<?> use) {
        uses.put(argument, (Consumer<Object>) use);
    }

    /// Hands over what stands on the command line of these options.
    public void use(ParseResult result) {
        uses.forEach((argument, use) -> {
            boolean there = argument instanceof OptionSpec option ? result.hasMatchedOption(option)
                : result.hasMatchedPositional((PositionalParamSpec) argument);
            if (there) use.accept(argument.getValue());
        });
    }
}
