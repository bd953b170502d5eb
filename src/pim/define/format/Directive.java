package pim.define.format;

import java.util.List;
import pim.define.Part;

/// An element of a custom assembly format.
public sealed interface Directive {
    /// Punctuation or a keyword.
    record Literal(String text) implements Directive {}

    /// A space that is written, or one that is held back.
    record Space(boolean written) implements Directive {}

    record NewLine() implements Directive {}

    /// `$part`.
    record Variable(Part part) implements Directive {}

    /// `type($part)`; the part is null for the result of an op that infers it.
    record TypeOf(Part part) implements Directive {}

    /// `operands`, `type(operands)`, `type(results)`.
    record Operands() implements Directive {}

    record OperandTypes() implements Directive {}

    record ResultTypes() implements Directive {}

    /// `functional-type(inputs, results)`; the part is null for all operands.
    record FunctionalType(Part inputs) implements Directive {}

    record AttrDict(boolean keyword) implements Directive {}

    record PropDict() implements Directive {}

    record Regions() implements Directive {}

    record Successors() implements Directive {}

    record Custom(CustomPart custom, List<String> parts) implements Directive {}

    /// `(then)?` and `(then):(otherwise)?`, decided by `anchor` when it is written and by what comes first when it is read.
    record Group(List<Directive> then, List<Directive> otherwise, Directive anchor) implements Directive {}
}
