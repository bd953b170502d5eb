package example.sat;

import pim.pass.NamedPipeline;

/// `--sat-clean-up`: the pass of this plugin and what makes sense behind it.
public record SatCleanUp() implements NamedPipeline {
    @Override public String summary() {
        return "Merge limits and remove what is left over";
    }

    @Override public String passes() {
        return "func.func(sat-merge-limits),canonicalize,cse";
    }
}
