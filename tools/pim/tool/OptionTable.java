package pim.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Range;

/// The options of a command line, said in code. Picocli can read them from annotations as well, but that takes longer than all else that a tool does
/// with a small file; to make all of them known to it takes a good part of that.
public final class OptionTable {
    /// One option.
    ///
    /// @param use what takes its value
    public record Declared(OptionSpec.Builder option, Class<?> type, Consumer<?> use) {
        /// How many values it has, at least and at most.
        public Range arity() {
            return option.arity() == null ? ONE : option.arity();
        }

        /// Its value where it stands alone, if it may.
        public String fallback() {
            return option.fallbackValue();
        }

        private boolean isFlag() {
            return arity().max() == 0;
        }

        private boolean isText() {
            return type == String.class && arity() == ONE && option.converters() == null;
        }

        private boolean isCalled(String name) {
            for (var own : option.names()) if (own.equals(name)) return true;
            return false;
        }
    }

    private static final Range ONE = Range.valueOf("1");

    private final List<Declared> options = new ArrayList<>();
    private final Map<ArgSpec, Consumer<Object>> uses = new LinkedHashMap<>();
    private PositionalParamSpec file;

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
        for (var option : options) if (option.isCalled(name)) return option;
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
            if (!option.isFlag() && !option.isText() || values.containsKey(option)) return false;
            boolean separate = name.length() == argument.length();
            if (option.isFlag() ? !separate : separate && ++i == arguments.size()) return false;
            values.put(option, option.isFlag() ? (Object) true : separate ? arguments.get(i) : argument.substring(name.length() + 1));
        }
        values.forEach((option, value) -> ((Consumer<Object>) option.use).accept(value));
        if (given != null) uses.get(file).accept(given);
        return true;
    }

    private CommandSpec specOf(List<Declared> known) {
        var spec = CommandSpec.create();
        if (file != null) spec.addPositional(file);
        for (var option : known) {
            var built = option.option.type(option.type).build();
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
        file = PositionalParamSpec.builder().arity("0..1").type(String.class).paramLabel(label).description(description).build();
        used(file, use);
        return this;
    }

    /// An option that is there or not, by one name or, with commas between them, any of several.
    public OptionTable flag(String name, String description, Consumer<Boolean> use) {
        return add(named(name).description(description).arity("0"), boolean.class, use);
    }

    /// An option with a value, by one name or several.
    public OptionTable text(String name, String label, String description, Consumer<String> use) {
        return add(named(name).paramLabel(label).description(description), String.class, use);
    }

    /// An option whose value is of an enum, or a type that picocli knows.
    public <T> OptionTable value(String name, Class<T> type, String label, String description, Consumer<T> use) {
        return add(OptionSpec.builder(name).paramLabel(label).description(description), type, use);
    }

    private static OptionSpec.Builder named(String names) {
        return OptionSpec.builder(names.split(","));
    }

    /// An option whose value `converter` reads, by one name or several.
    public <T> OptionTable value(String name, Class<T> type, ITypeConverter<T> converter, String label, List<String> description, Consumer<T> use) {
        return add(named(name).paramLabel(label).description(description.toArray(String[]::new)).converters(converter), type, use);
    }

    /// An option that may stand alone, and then means `fallback`.
    public <T> OptionTable optional(String name, Class<T> type, ITypeConverter<T> converter, String fallback, String label, String description,
                                    Consumer<T> use) {
        return add(OptionSpec.builder(name).paramLabel(label).description(description).converters(converter).arity("0..1").fallbackValue(fallback),
            type, use);
    }

    /// An option whose values may stand with commas between them, and which may be given several times.
    @SuppressWarnings("unchecked") public OptionTable list(String name, String label, String description, Consumer<List<String>> use) {
        return add(OptionSpec.builder(name).paramLabel(label).description(description).auxiliaryTypes(String.class).splitRegex(","), List.class,
            values -> use.accept(values));
    }

    /// An option, by any of these names, that may be given several times.
    @SuppressWarnings("unchecked") public OptionTable each(List<String> names, String label, String description, Consumer<List<String>> use) {
        return add(OptionSpec.builder(names.toArray(String[]::new)).paramLabel(label).description(description).auxiliaryTypes(String.class),
            List.class, values -> use.accept(values));
    }

    /// An option that may be given several times, whose values `converter` reads.
    @SuppressWarnings("unchecked") public <T> OptionTable each(String name, Class<T> type, ITypeConverter<T> converter, String label,
                                                               String description, Consumer<List<T>> use) {
        return add(OptionSpec.builder(name).paramLabel(label).description(description).auxiliaryTypes(type).converters(converter), List.class,
            values -> use.accept(values));
    }

    public OptionTable help(Consumer<Boolean> use) {
        return add(OptionSpec.builder("--help", "-h").usageHelp(true).description("Prints this.").arity("0"), boolean.class, use);
    }

    public OptionTable version(Consumer<Boolean> use) {
        return add(OptionSpec.builder("--version").versionHelp(true).description("Prints the version.").arity("0"), boolean.class, use);
    }

    private <T> OptionTable add(OptionSpec.Builder option, Class<T> type, Consumer<? super T> use) {
        options.add(new Declared(option, type, use));
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
