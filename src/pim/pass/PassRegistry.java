package pim.pass;

import java.util.Collection;
import java.util.ServiceLoader;
import java.util.TreeMap;

/// The passes there are, by name. A pass in it has the defaults of its options.
public final class PassRegistry {
    private final TreeMap<String, Pass> passes = new TreeMap<>();

    public PassRegistry(Iterable<Pass> passes) {
        for (var pass : passes) this.passes.put(pass.name(), pass);
    }

    /// All passes that [ServiceLoader] finds.
    public static PassRegistry standard() {
        return new PassRegistry(ServiceLoader.load(Pass.class));
    }

    /// The pass called `name`, or null.
    public Pass pass(String name) {
        return passes.get(name);
    }

    /// In the order of their names.
    public Collection<Pass> passes() {
        return passes.values();
    }

    public Collection<String> names() {
        return passes.keySet();
    }
}
