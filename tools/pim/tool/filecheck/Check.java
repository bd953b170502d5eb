package pim.tool.filecheck;

import java.util.List;

/// A positive directive with the `-DAG` and `-NOT` directives between it and the positive one before.
///
/// @param before the `-DAG` and `-NOT` directives, in order
record Check(Located positive, List<Located> before) {
    /// A pattern and the prefix its directive was written with.
    record Located(Pattern pattern, String prefix) {
        Directive.Kind kind() {
            return pattern.directive().kind();
        }

        String describe() {
            return pattern.directive().describe(prefix);
        }
    }
}
