package pim.rewrite;

import java.util.List;
import java.util.Set;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;

/// Applies patterns to operations that are not legal until all are, or leaves the program as it was.
///
/// Operations are converted in the order of dominance. While a pattern runs, the operation it matches has operands that have been converted already;
/// with a [TypeConverter] they are of the types that this makes of the former ones, which [Rewriter#originalType] tells. What a pattern inserts, or
/// changes in place, has to be legal or be made so in its turn; where that fails all that the pattern did is taken back and the next one is tried.
/// So a pattern must change the program through its [Rewriter] alone.
///
/// What is replaced stays in the program until all is well. Then, with a type converter, users that were not converted get values of the former type
/// by a materialisation of the converter; without one they get the new values, whatever their types.
///
/// @param types null when types stay or nobody cares
public record DialectConversion(Legality legality, TypeConverter types, List<Pattern> patterns, Mode mode) {
    public enum Mode {
        /// An operation of which nothing is said may stay when no pattern matches.
        PARTIAL,
        /// Such an operation is illegal.
        FULL
    }

    public DialectConversion {
        patterns = patterns.stream().sorted((a, b) -> Integer.compare(b.benefit(), a.benefit())).toList();
    }

    public static DialectConversion partial(Legality legality, Pattern... patterns) {
        return new DialectConversion(legality, null, List.of(patterns), Mode.PARTIAL);
    }

    public static DialectConversion full(Legality legality, Pattern... patterns) {
        return new DialectConversion(legality, null, List.of(patterns), Mode.FULL);
    }

    public DialectConversion with(TypeConverter types) {
        return new DialectConversion(legality, types, patterns, mode);
    }

    /// Converts what is in `root`; `root` itself stays.
    ///
    /// @throws CompileFailure when an operation cannot be made legal; the error has been reported at its location, and the program is as it was
    public void convert(Operation root, Diagnostics diagnostics) {
        convert(root, diagnostics, Actions.NONE);
    }

    /// As above.
    ///
    /// @param actions told of each pattern that is tried
    public void convert(Operation root, Diagnostics diagnostics, Actions actions) {
        new Conversion(this, diagnostics, actions).convert(root);
    }

    /// The operations in `root` that are not legal and that the patterns could make so. The program stays as it is.
    public Set<Operation> analyze(Operation root) {
        return new Conversion(this, new Diagnostics(_ -> {}), Actions.NONE).analyze(root);
    }
}
