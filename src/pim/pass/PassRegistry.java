package pim.pass;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import pim.define.Services;

/// The passes and the named pipelines there are, by name. A pass in it has the defaults of its options.
public final class PassRegistry {
    /// What is built in, which stays the same as long as a JVM runs; a suite of tests asks for it thousands of times.
    private static final class BuiltIn {
        static final List<Pass> PASSES = Services.builtIn(Pass.class);
        static final List<NamedPipeline> PIPELINES = Services.builtIn(NamedPipeline.class);
    }

    private final TreeMap<String, Pass> passes = new TreeMap<>();
    private final TreeMap<String, NamedPipeline> pipelines = new TreeMap<>();

    public PassRegistry(Iterable<Pass> passes) {
        for (var pass : passes) add(pass);
    }

    /// All that is built in.
    public static PassRegistry standard() {
        var registry = new PassRegistry(BuiltIn.PASSES);
        BuiltIn.PIPELINES.forEach(registry::add);
        return registry;
    }

    public void add(Pass pass) {
        passes.put(pass.name(), pass);
    }

    public void add(NamedPipeline pipeline) {
        pipelines.put(pipeline.name(), pipeline);
    }

    /// The pass called `name`, or null.
    public Pass pass(String name) {
        return passes.get(name);
    }

    /// The pipeline called `name`, or null.
    public NamedPipeline pipeline(String name) {
        return pipelines.get(name);
    }

    /// In the order of their names.
    public Collection<NamedPipeline> pipelines() {
        return pipelines.values();
    }

    /// In the order of their names.
    public Collection<Pass> passes() {
        return passes.values();
    }

    /// The names of the passes and pipelines.
    public Collection<String> names() {
        var names = new TreeSet<>(passes.keySet());
        names.addAll(pipelines.keySet());
        return names;
    }
}
