package pim.pass;

/// What a [Pipeline] is made of.
public sealed interface Step permits Pipeline, Step.Run {
    /// Running one pass.
    record Run(Pass pass) implements Step {
        @Override public String toString() {
            return PassOption.print(pass);
        }
    }
}
