package pim.pass;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import pim.define.Names;

/// One option of a pass: a component of its record.
record PassOption(String name, OptionCodec codec, Method accessor) {
    private static final ClassValue<List<PassOption>> OPTIONS = new ClassValue<>() {
        @Override protected List<PassOption> computeValue(Class<?> pass) {
            var options = new ArrayList<PassOption>();
            for (var component : components(pass)) options.add(of(component));
            return List.copyOf(options);
        }
    };

    static List<PassOption> of(Pass pass) {
        return OPTIONS.get(pass.getClass());
    }

    private static PassOption of(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new PassOption(Names.kebab(component.getName()), OptionCodec.of(component), accessor);
    }

    Object valueIn(Pass pass) {
        try {
            return accessor.invoke(pass);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the option '" + name + "' of " + pass + " cannot be read", e);
        }
    }

    /// The pass with other values of its options, all of them in order.
    ///
    /// @throws IllegalArgumentException when the record does not accept them
    static Pass with(Pass pass, List<Object> values) {
        try {
            var types = Arrays.stream(components(pass.getClass())).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = pass.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Pass) constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) throw refused;
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(pass + " cannot be made anew", e);
        }
    }

    /// `name{option=value option=value}`, as a pipeline has it: the options by name, and of empty lists only the space behind them, as MLIR does.
    static String print(Pass pass) {
        var options = of(pass);
        if (options.isEmpty()) return pass.name();
        var defaults = defaults(pass);
        var text = new StringJoiner(" ", pass.name() + "{", "}");
        for (var option : byName(options)) {
            var value = option.valueIn(pass);
            boolean unsaid = value instanceof List<?> list && list.isEmpty() && value.equals(option.valueIn(defaults));
            text.add(unsaid ? "" : option.name + "=" + option.codec.print(value));
        }
        return text.toString();
    }

    private static List<PassOption> byName(List<PassOption> options) {
        var sorted = new ArrayList<>(options);
        sorted.sort((a, b) -> a.name.compareTo(b.name));
        return sorted;
    }

    /// A line for each option, by name: its value, and what that must be.
    static List<String> describe(Pass pass) {
        var options = byName(of(pass));
        var values = options.stream().map(o -> o.name + "=" + o.codec.print(o.valueIn(pass))).toList();
        int width = values.stream().mapToInt(String::length).max().orElse(0);
        return IntStream.range(0, values.size()).mapToObj(i -> {
            var codec = options.get(i).codec;
            return values.get(i) + " ".repeat(width - values.get(i).length() + 2) + codec.description() + (codec.isList() ? ", or several" : "");
        }).toList();
    }

    private static Pass defaults(Pass pass) {
        try {
            var constructor = pass.getClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(pass.getClass() + " has no defaults for its options: a constructor without parameters", e);
        }
    }

    private static RecordComponent[] components(Class<?> pass) {
        var components = pass.getRecordComponents();
        if (components == null) throw new IllegalArgumentException(pass + " is a pass but not a record");
        return components;
    }
}
