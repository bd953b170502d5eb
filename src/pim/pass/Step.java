package pim.pass;

import java.util.List;

/// What a [Pipeline] is made of.
public sealed interface Step permits Pipeline, Step.Run {
    /// Running one pass.
    record Run(Pass pass) implements Step {
        @Override public String toString() {
            return PassOption.print(pass);
        }

        /// A line for each option of the pass, by name: `name=value`, and what the value must be.
        public List<String> options() {
            return PassOption.describe(pass);
        }
    }
}
