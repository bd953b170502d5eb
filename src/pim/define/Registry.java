package pim.define;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import pim.ir.Op;
import pim.ir.OpKind;

/// The dialects that are loaded and, by name, the ops they define. The records of a dialect are looked at when one of its ops is first asked for.
public final class Registry {
    /// The built-in dialects, which stay the same as long as a JVM runs; a suite of tests asks for them thousands of times.
    private static final class BuiltIn {
        static final List<Dialect> DIALECTS = Services.builtIn(Dialect.class);
    }

    /// By the interface of a dialect's ops, their records by the names of the ops without the namespace.
    private static final ClassValue<Map<String, Class<? extends Op>>> RECORDS = new ClassValue<>() {
        @Override protected Map<String, Class<? extends Op>> computeValue(Class<?> ops) {
            var found = new ArrayList<Class<? extends Op>>();
            collect(ops, found);
            var byName = new TreeMap<String, Class<? extends Op>>();
            for (var record : found) byName.put(OpDefinition.mnemonic(record), record);
            return byName;
        }
    };

    private final Map<String, Dialect> dialects = new TreeMap<>();
    private final Map<String, OpKind> kinds = new ConcurrentHashMap<>();
    private final List<ClassLoader> loaders = new ArrayList<>();

    /// The registry of all built-in dialects.
    public static Registry standard() {
        var registry = new Registry();
        BuiltIn.DIALECTS.forEach(registry::add);
        return registry;
    }

    /// Lets [#services] find what `loader` itself has, too.
    public void addServices(ClassLoader loader) {
        loaders.add(loader);
    }

    /// All there is of a kind of service: what is built in, then what was added.
    public <T> List<T> services(Class<T> kind) {
        var found = new ArrayList<>(Services.builtIn(kind));
        for (var loader : loaders) found.addAll(Services.of(kind, loader));
        return found;
    }

    public Registry add(Dialect dialect) {
        dialects.put(dialect.namespace(), dialect);
        return this;
    }

    public Collection<Dialect> dialects() {
        return dialects.values();
    }

    /// The dialect of the namespace, or null.
    public Dialect dialect(String namespace) {
        return dialects.get(namespace);
    }

    /// The kind of operation called `name`; of one that no dialect defines only the name is known.
    public OpKind kind(String name) {
        return kinds.computeIfAbsent(name, this::find);
    }

    private OpKind find(String name) {
        int dot = name.indexOf('.');
        var dialect = dot < 0 ? null : dialects.get(name.substring(0, dot));
        if (dialect == null) return new OpKind.Unregistered(name);
        var mnemonic = name.substring(dot + 1);
        var record = records(dialect).get(mnemonic);
        if (record != null) return OpDefinition.of(record);
        var dynamic = dialect.dynamicOps().get(mnemonic);
        return dynamic != null ? dynamic : new OpKind.Unregistered(name);
    }

    /// The definitions of all ops of the dialect, in the order of their names.
    public List<OpDefinition> definitions(Dialect dialect) {
        return records(dialect).values().stream().<OpDefinition>map(OpDefinition::of).toList();
    }

    private static Map<String, Class<? extends Op>> records(Dialect dialect) {
        return RECORDS.get(dialect.ops());
    }

    @SuppressWarnings("unchecked")
    private static void collect(Class<?> type, List<Class<? extends Op>> records) {
        if (type.isRecord()) records.add((Class<? extends Op>) type);
        else if (type.isSealed()) for (var permitted : type.getPermittedSubclasses()) collect(permitted, records);
    }
}
