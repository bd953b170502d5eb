package pim.pass;

import pim.define.Names;

/// A pipeline that has a name of its own: `--name` on the command line, and `name` where a pass can stand in a pipeline, mean its passes. A record
/// without components, found through [java.util.ServiceLoader].
public interface NamedPipeline {
    /// That of the record in kebab case, `CleanUp` -> `clean-up`.
    default String name() {
        return Names.kebab(getClass().getSimpleName());
    }

    /// One line on what it does.
    String summary();

    /// What it means, as it would stand in the parentheses of a pipeline on `builtin.module`: `cse,func.func(canonicalize{top-down=false})`.
    String passes();
}
