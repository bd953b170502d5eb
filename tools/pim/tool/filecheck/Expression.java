package pim.tool.filecheck;

import java.math.BigInteger;
import java.util.Optional;

/// A numeric expression of a `[[#...]]` block.
sealed interface Expression {
    record Literal(Slice text, BigInteger value) implements Expression {}

    record Use(Slice text, NumericVariable variable) implements Expression {}

    record Binary(Slice text, Operator operator, Expression left, Expression right) implements Expression {}

    Slice text();

    enum Operator {
        ADD, SUB, MUL, DIV, MAX, MIN;

        /// Empty for a division by zero.
        Optional<BigInteger> apply(BigInteger left, BigInteger right) {
            return Optional.ofNullable(switch (this) {
                case ADD -> left.add(right);
                case SUB -> left.subtract(right);
                case MUL -> left.multiply(right);
                case DIV -> right.signum() == 0 ? null : left.divide(right);
                case MAX -> left.max(right);
                case MIN -> left.min(right);
            });
        }
    }

    /// @throws PatternException for a variable without a value and for a division by zero
    default BigInteger value() throws PatternException {
        return switch (this) {
            case Literal(_, var value) -> value;
            case Use(var text, var variable) -> variable.value()
                .orElseThrow(() -> new PatternException(text, "undefined variable: " + variable.name()));
            case Binary(var text, var operator, var left, var right) -> operator.apply(left.value(), right.value())
                .orElseThrow(() -> new PatternException(text, "unable to substitute variable or numeric expression: overflow error"));
        };
    }

    /// The format that follows from the variables used; empty where there are none.
    ///
    /// @throws PatternException when they differ
    default Optional<NumberFormat> implicitFormat() throws PatternException {
        return switch (this) {
            case Literal _ -> Optional.empty();
            case Use(_, var variable) -> Optional.of(variable.format());
            case Binary(var text, _, var left, var right) -> {
                var first = left.implicitFormat();
                var second = right.implicitFormat();
                if (first.isPresent() && second.isPresent() && !first.equals(second)) {
                    throw new PatternException(text, "implicit format conflict between '" + left.text().text() + "' (" + first.get().kind().spelling
                        + ") and '"
                        + right.text().text() + "' (" + second.get().kind().spelling + "), need an explicit format specifier");
                }
                yield first.or(() -> second);
            }
        };
    }
}
