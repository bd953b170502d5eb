package pim.define;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import pim.define.Part.Arity;
import pim.define.Part.Kind;
import pim.ir.Block;
import pim.ir.Op;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.attr.NamedAttribute;
import pim.ir.type.Type;

/// All that is known of an op, read from its record: the one model that parser, printer, verifier, builders and generated pages use.
public final class OpDefinition implements OpKind {
    private static final ClassValue<OpDefinition> BY_RECORD = new ClassValue<>() {
        @Override protected OpDefinition computeValue(Class<?> record) {
            return new OpDefinition(record);
        }
    };

    private final Class<?> record;
    private final String name;
    private final List<Part> parts;
    /// The parts of each kind, in the order of [Kind].
    private final List<List<Part>> partsOfKind;
    private final boolean inferred;
    private final boolean showsProperties;
    private final Constructor<?> constructor;
    private final Method[] accessors;

    private OpDefinition(Class<?> record) {
        this.record = record;
        var namespace = namespace(record);
        this.name = namespace.value() + "." + mnemonic(record);
        this.showsProperties = namespace.properties();
        // A tool reads some of these each time it starts, so there are no streams here, which it would have to learn first.
        var components = record.getRecordComponents();
        var kinds = Kind.values();
        var counts = new int[kinds.length];
        var all = new Part[components.length];
        var types = new Class<?>[components.length];
        this.accessors = new Method[components.length];
        for (int i = 0; i < components.length; i++) {
            all[i] = Part.of(record, i, components[i], counts);
            types[i] = components[i].getType();
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
        }
        this.parts = List.of(all);
        var ofKinds = new ArrayList<List<Part>>(kinds.length);
        for (var kind : kinds) {
            var some = new ArrayList<Part>(counts[kind.ordinal()]);
            for (var part : all) if (part.kind() == kind) some.add(part);
            ofKinds.add(List.copyOf(some));
        }
        this.partsOfKind = List.copyOf(ofKinds);
        this.inferred = counts[Kind.RESULT.ordinal()] == 0;
        try {
            constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(record + " cannot be read as an op", e);
        }
    }

    /// The definition that a record class stands for.
    public static OpDefinition of(Class<? extends Op> record) {
        return BY_RECORD.get(record);
    }

    /// The name of a record's op without its namespace.
    static String mnemonic(Class<?> record) {
        var named = Annotations.of(record, Name.class);
        return named != null ? named.value() : Names.snake(record.getSimpleName());
    }

    private static Namespace namespace(Class<?> type) {
        var own = Annotations.of(type, Namespace.class);
        if (own != null) return own;
        for (var parent : type.getInterfaces()) {
            var found = namespace(parent);
            if (found != null) return found;
        }
        return null;
    }

    public Class<?> record() {
        return record;
    }

    @Override public String name() {
        return name;
    }

    @Override public boolean isRegistered() {
        return true;
    }

    @Override public boolean has(Class<?> trait) {
        return trait.isAssignableFrom(record);
    }

    @Override public boolean isInherent(String attribute) {
        if (attribute.equals("operandSegmentSizes")) return needsSegments(Kind.OPERAND);
        if (attribute.equals("resultSegmentSizes")) return needsSegments(Kind.RESULT);
        for (var part : parts) if (part.kind() == Kind.ATTRIBUTE && part.name().equals(attribute)) return true;
        return false;
    }

    @Override public boolean showsProperties() {
        return showsProperties;
    }

    /// The traits of the op, in the order of their names.
    public List<Class<?>> traits() {
        return Arrays.stream(Traits.class.getDeclaredClasses()).filter(this::has).<Class<?>>map(c -> c)
            .sorted(Comparator.comparing(Class::getSimpleName)).toList();
    }

    /// The components in the order of the record.
    public List<Part> parts() {
        return parts;
    }

    public List<Part> parts(Kind kind) {
        return partsOfKind.get(kind.ordinal());
    }

    /// The component called `name` in the IR, or null.
    public Part part(String name) {
        for (var part : parts) if (part.name().equals(name)) return part;
        return null;
    }

    /// The name in the IR of the Java component called `component`.
    public String irName(String component) {
        var components = record.getRecordComponents();
        for (int i = 0; i < components.length; i++) if (components[i].getName().equals(component)) return parts.get(i).name();
        return component;
    }

    /// Whether the result types follow from the other parts: no component stands for them.
    public boolean infersResults() {
        return inferred;
    }

    /// Whether the sizes of the groups of operands (or results) must be written down, there being several of unknown size.
    public boolean needsSegments(Kind kind) {
        int several = 0;
        for (var part : parts(kind)) if (part.arity() != Arity.ONE) several++;
        return several > 1;
    }

    /// The types of the results of an operation that says `op`, for an op that infers them.
    public List<Type> inferResults(Op op) {
        if (!has(Traits.SameType.class)) return op.inferResultTypes();
        for (var part : parts(Kind.OPERAND)) if (get(op, part) instanceof Value v) return List.of(v.type());
        return List.of();
    }

    /// The component's value in `op`.
    public Object get(Op op, Part part) {
        try {
            return accessors[parts.indexOf(part)].invoke(op);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The record of the given components.
    public Op make(Object... components) {
        try {
            return (Op) constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException wrong) throw wrong;
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override public Op view(Operation operation) {
        return OpView.read(this, operation);
    }

    /// The operation, standing nowhere yet, that says `op`.
    public static Operation operation(Op op, Location location) {
        var definition = of(op.getClass());
        var operands = new ArrayList<Value>();
        var types = new ArrayList<Type>();
        var regions = new ArrayList<Region>();
        var successors = new ArrayList<Block>();
        var properties = new ArrayList<NamedAttribute>();
        for (var part : definition.parts) {
            var value = definition.get(op, part);
            switch (part.kind()) {
                case OPERAND -> addAll(operands, value);
                case RESULT -> addAll(types, value);
                case REGION -> addAll(regions, value);
                case SUCCESSOR -> addAll(successors, value);
                case ATTRIBUTE -> {
                    var attribute = encode(part, value);
                    if (attribute != null) properties.add(new NamedAttribute(part.name(), attribute));
                }
            }
        }
        for (var kind : List.of(Kind.OPERAND, Kind.RESULT)) {
            if (definition.needsSegments(kind)) properties.add(definition.segments(kind, part -> size(definition.get(op, part))));
        }
        if (definition.inferred) types.addAll(definition.inferResults(op));
        return new Operation(definition, operands, types, DictionaryAttr.of(properties), DictionaryAttr.EMPTY, successors, regions, location);
    }

    /// The property that says how many operands (or results) each part of that kind has.
    public NamedAttribute segments(Kind kind, ToIntFunction<Part> size) {
        var name = kind == Kind.OPERAND ? "operandSegmentSizes" : "resultSegmentSizes";
        var sizes = new long[parts(kind).size()];
        for (int i = 0; i < sizes.length; i++) sizes[i] = size.applyAsInt(parts(kind).get(i));
        return new NamedAttribute(name, DenseArrayAttr.i32(sizes));
    }

    private static Attribute encode(Part part, Object value) {
        if (value instanceof Optional<?> optional) value = optional.orElse(null);
        return value == null ? null : part.codec().encode().apply(value);
    }

    @SuppressWarnings("unchecked")
    private static <T> void addAll(List<T> to, Object value) {
        switch (value) {
            case List<?> several -> to.addAll((List<T>) several);
            case Optional<?> perhaps -> perhaps.ifPresent(v -> to.add((T) v));
            default -> to.add((T) value);
        }
    }

    private static int size(Object value) {
        return value instanceof List<?> several ? several.size() : value instanceof Optional<?> perhaps ? perhaps.isPresent() ? 1 : 0 : 1;
    }

    @Override public String toString() {
        return name;
    }
}
