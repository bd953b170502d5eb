package pim.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Passes to run one after the other on each operation of a kind. Within another pipeline those operations are the ones that stand
/// directly in the regions of what that runs on.
///
/// @param anchor the name of the op, or [Pass#ANY]
public record Pipeline(String anchor, List<Step> steps) implements Step {
    public Pipeline {
        steps = List.copyOf(steps);
    }

    /// The pipeline of `passes` on operations called `anchor`. A pass that runs on another op gets a pipeline of its own within.
    public static Pipeline of(String anchor, List<Pass> passes) {
        var steps = new ArrayList<Step>();
        for (var pass : passes) {
            var run = new Step.Run(pass);
            boolean fits = pass.anchor().equals(Pass.ANY) || pass.anchor().equals(anchor);
            steps.add(fits ? run : new Pipeline(pass.anchor(), List.of(run)));
        }
        return new Pipeline(anchor, steps);
    }

    /// The text that [PipelineParser] reads as this pipeline.
    @Override public String toString() {
        var text = new StringJoiner(",", anchor + "(", ")");
        for (var step : steps) text.add(step.toString());
        return text.toString();
    }

    /// The same text with a line for each pass.
    public String indented() {
        return indented("");
    }

    private String indented(String margin) {
        if (steps.isEmpty()) return anchor + "()";
        return anchor + steps.stream().map(step -> margin + "  " + (step instanceof Pipeline p ? p.indented(margin + "  ") : step.toString()))
            .collect(Collectors.joining(",\n", "(\n", "\n" + margin + ")"));
    }
}
