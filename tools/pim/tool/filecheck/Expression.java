package pim.tool.filecheck;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A numeric expression of a `[[#...]]` block.
sealed interface Expression {
    String OVERFLOW = "unable to substitute variable or numeric expression: overflow error";

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

    /// The value, or empty where there is none.
    ///
    /// @param errors receives each variable without a value and each division by zero
    default Optional<BigInteger> value(List<PatternException> errors) {
        return switch (this) {
            case Literal(_, var value) -> Optional.of(value);
            case Use(var text, var variable) -> orError(variable.value(), text, "undefined variable: " + variable.name(), errors);
            case Binary(var text, var operator, var left, var right) -> {
                var first = left.value(errors);
                var second = right.value(errors);
                if (first.isEmpty() || second.isEmpty()) yield Optional.empty();
                yield orError(operator.apply(first.get(), second.get()), text, OVERFLOW, errors);
            }
        };
    }

    /// `value`; where it is empty, `errors` receives a message about `text`.
    static <T> Optional<T> orError(Optional<T> value, Slice text, String message, List<PatternException> errors) {
        if (value.isEmpty()) errors.add(new PatternException(text, message));
        return value;
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
