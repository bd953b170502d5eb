package pim.tool.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the inside of `[[#...]]`: `[%format,] [NAME:] [==] [expression]`.
final class ExpressionParser {
    private final Variables variables;
    private final int line;
    private Slice rest;
    private int depth, operators;

    private static final int DEEPEST = 500;
    /// A chain of operators is as deep a tree as it is long.
    private static final int MOST_OPERATORS = 1000;

    /// What a block says: a variable it defines, a value it expects, the format of both.
    record Block(Optional<NumericVariable> defined, Optional<Expression> expression, NumberFormat format) {}

    private enum Operand { ANY, LINE_VARIABLE, DECIMAL }

    /// @param line the line of the directive, or 0 for the command line
    ExpressionParser(Slice text, Variables variables, int line) {
        this.rest = text;
        this.variables = variables;
        this.line = line;
    }

    /// @param legacyLine whether this is `[[@LINE+1]]`, the old form without `#`: `@LINE` and at most one decimal number
    Block parseBlock(boolean legacyLine) throws PatternException {
        var explicit = format();
        int colon = rest.indexOf(":");
        var definition = colon < 0 ? null : rest.take(colon).trimStart();
        if (colon >= 0) rest = rest.drop(colon + 1);
        rest = rest.trimStart();
        boolean constrained = eat("==");
        rest = rest.trim();
        Expression expression = null;
        if (rest.isEmpty()) {
            if (constrained) throw new PatternException(rest, "empty numeric expression should not have a constraint");
        } else {
            var whole = rest;
            expression = operand(legacyLine ? Operand.LINE_VARIABLE : Operand.ANY, !constrained);
            while (!rest.isEmpty()) {
                expression = binary(whole, expression, legacyLine);
                if (legacyLine && !rest.isEmpty()) throw new PatternException(rest, "unexpected characters at end of expression '" + rest.text()
                    + "'");
            }
        }
        var implicit = explicit.isPresent() || expression == null ? explicit : expression.implicitFormat();
        var format = implicit.orElse(new NumberFormat(NumberFormat.Kind.UNSIGNED, precision, false));
        return new Block(definition == null ? Optional.empty() : Optional.of(definition(definition, format)), Optional.ofNullable(expression),
            format);
    }

    private int precision;

    private Optional<NumberFormat> format() throws PatternException {
        int comma = rest.indexOf(",");
        int call = rest.indexOf("(");
        if (comma < 0 || call >= 0 && call < comma) return Optional.empty();
        var text = rest.take(comma).trim();
        rest = rest.drop(comma + 1);
        if (text.at(0) != '%') throw new PatternException(text, "invalid matching format specification in expression");
        text = text.drop(1);
        var flag = text;
        boolean prefixed = text.at(0) == '#';
        if (prefixed) text = text.drop(1);
        if (text.at(0) == '.') {
            int length = 1;
            while (text.at(length) >= '0' && text.at(length) <= '9') length++;
            var digits = text.take(length).drop(1).text();
            if (digits.isEmpty() || digits.length() > 9) throw new PatternException(text.drop(1), "invalid precision in format specifier");
            precision = Integer.parseInt(digits);
            text = text.drop(length);
        }
        Optional<NumberFormat> format = Optional.empty();
        if (!text.isEmpty()) {
            var letter = text;
            var kind = NumberFormat.Kind.of(letter.at(0)).orElseThrow(() -> new PatternException(letter, "invalid format specifier in expression"));
            format = Optional.of(new NumberFormat(kind, precision, prefixed));
            text = text.drop(1).trimStart();
        }
        if (prefixed && format.filter(f -> f.kind().radix == 16).isEmpty())
            throw new PatternException(flag, "alternate form only supported for hex values");
        if (!text.isEmpty()) throw new PatternException(text, "invalid matching format specification in expression");
        return format;
    }

    private NumericVariable definition(Slice text, NumberFormat format) throws PatternException {
        var name = Variables.parseName(text);
        if (name.isPseudo()) throw new PatternException(text, "definition of pseudo numeric variable unsupported");
        var behind = text.drop(name.text().length()).trimStart();
        if (!behind.isEmpty()) throw new PatternException(behind, "unexpected characters after numeric variable name");
        var variable = variables.declareNumber(name.text(), format, line, text);
        variables.define(variable);
        return variable;
    }

    private Expression operand(Operand allowed, boolean maybeConstraint) throws PatternException {
        if (++depth > DEEPEST) throw new PatternException(rest, "expression nested deeper than " + DEEPEST);
        try {
            if (rest.startsWith("(")) {
                if (allowed != Operand.ANY) throw new PatternException(rest, "parenthesized expression not permitted here");
                return parenthesized();
            }
            var start = rest;
            if (allowed == Operand.LINE_VARIABLE || allowed == Operand.ANY && startsName()) {
                var name = Variables.parseName(rest);
                rest = rest.drop(name.text().length());
                if (rest.trimStart().startsWith("(")) {
                    if (allowed != Operand.ANY) throw new PatternException(start, "unexpected function call");
                    return call(start, name.text());
                }
                return use(start, name);
            }
            return literal(allowed, maybeConstraint);
        } finally {
            depth--;
        }
    }

    private boolean startsName() {
        try {
            Variables.parseName(rest);
            return true;
        } catch (PatternException notAName) {
            return false;
        }
    }

    private Expression use(Slice start, Variables.Name name) throws PatternException {
        if (name.isPseudo() && !name.text().equals(Variables.LINE)) {
            throw new PatternException(start, "invalid pseudo numeric variable '" + name.text() + "'");
        }
        var variable = variables.number(name.text());
        if (line != 0 && variable.definedOnLine() == line) {
            throw new PatternException(start, "numeric variable '" + name.text() + "' defined earlier in the same CHECK directive");
        }
        return new Expression.Use(start.take(name.text().length()), variable);
    }

    /// Decimal, or with a prefix hexadecimal (`0x`), binary (`0b`) or octal (`0o`, `0`).
    private Expression literal(Operand allowed, boolean maybeConstraint) throws PatternException {
        var start = rest;
        boolean negative = eat("-");
        int radix = 10;
        var ahead = rest.take(2).text();
        if (allowed != Operand.DECIMAL && ahead.startsWith("0")) {
            radix = ahead.equalsIgnoreCase("0x") ? 16 : ahead.equalsIgnoreCase("0b") ? 2 : ahead.equals("0o") || ahead.length() > 1
                && Character.isDigit(ahead.charAt(1)) ? 8 : 10;
            if (radix != 10) rest = rest.drop(radix == 8 && Character.isDigit(ahead.charAt(1)) ? 1 : 2);
        }
        int length = 0;
        while (length < rest.length() && rest.at(length) < 128 && Character.digit(rest.at(length), radix) >= 0) length++;
        if (length == 0) throw new PatternException(start, "invalid " + (maybeConstraint ? "matching constraint or " : "") + "operand format");
        var value = new BigInteger(rest.take(length).text(), radix);
        rest = rest.drop(length);
        return new Expression.Literal(start.take(rest.start() - start.start()), negative ? value.negate() : value);
    }

    private Expression parenthesized() throws PatternException {
        rest = rest.drop(1).trimStart();
        if (rest.isEmpty()) throw new PatternException(rest, "missing operand in expression");
        var inner = sum(")");
        if (!eat(")")) throw new PatternException(rest, "missing ')' at end of nested expression");
        return inner;
    }

    private Expression call(Slice start, String function) throws PatternException {
        var name = start.take(function.length());
        Expression.Operator operator;
        try {
            operator = Expression.Operator.valueOf(function.equals(function.toLowerCase(Locale.ROOT)) ? function.toUpperCase(Locale.ROOT) : "");
        } catch (IllegalArgumentException e) {
            throw new PatternException(name, "call to undefined function '" + function + "'");
        }
        rest = rest.trimStart().drop(1).trimStart();
        List<Expression> arguments = new ArrayList<>();
        while (!rest.isEmpty() && !rest.startsWith(")")) {
            if (rest.startsWith(",")) throw new PatternException(rest, "missing argument");
            arguments.add(sum(",)"));
            if (!eat(",")) break;
            rest = rest.trimStart();
            if (rest.startsWith(")")) throw new PatternException(rest, "missing argument");
        }
        if (!eat(")")) throw new PatternException(rest, "missing ')' at end of call expression");
        if (arguments.size() != 2) throw new PatternException(name, "function '" + function + "' takes 2 arguments but " + arguments.size()
            + " given");
        return new Expression.Binary(start.take(rest.start() - start.start()), operator, arguments.get(0), arguments.get(1));
    }

    /// Operands with operators between them, up to one of `ends` or the end.
    private Expression sum(String ends) throws PatternException {
        var whole = rest;
        var left = operand(Operand.ANY, false);
        for (rest = rest.trimStart(); !rest.isEmpty() && ends.indexOf(rest.at(0)) < 0; rest = rest.trimStart()) left = binary(whole, left, false);
        return left;
    }

    private Expression binary(Slice whole, Expression left, boolean legacyLine) throws PatternException {
        rest = rest.trimStart();
        if (++operators > MOST_OPERATORS) throw new PatternException(rest, "expression of more than " + MOST_OPERATORS + " operators");
        char sign = rest.at(0);
        if (sign != '+' && sign != '-') throw new PatternException(rest, "unsupported operation '" + sign + "'");
        rest = rest.drop(1).trimStart();
        if (rest.isEmpty()) throw new PatternException(rest, "missing operand in expression");
        var right = operand(legacyLine ? Operand.DECIMAL : Operand.ANY, false);
        var text = whole.take(rest.start() - whole.start());
        return new Expression.Binary(text, sign == '+' ? Expression.Operator.ADD : Expression.Operator.SUB, left, right);
    }

    private boolean eat(String expected) {
        if (!rest.startsWith(expected)) return false;
        rest = rest.drop(expected.length());
        return true;
    }
}
