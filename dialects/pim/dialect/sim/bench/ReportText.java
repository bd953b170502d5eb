package pim.dialect.sim.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A part of a report as lines, `key: value` each: `cores[0].units.matrix.count: 2`. Numbers have no exponent and up to nine digits that matter.
final class ReportText {
    private static final MathContext DIGITS = new MathContext(9);

    private ReportText() {}

    static void print(String key, Object value, Consumer<String> out) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, part) -> print(key + "." + name, part, out));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) print(key + "[" + i + "]", list.get(i), out);
            }
            case Double number when Double.isFinite(number) -> out.accept(key + ": " + text(number));
            case null, default -> out.accept(key + ": " + value);
        }
    }

    private static String text(double number) {
        // Zero has as many digits behind the point as it had before.
        return number == 0 ? "0" : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
