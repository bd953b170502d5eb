package pim.tool;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Whole numbers that an option takes, from a least one on.
public sealed interface Whole extends ITypeConverter<Long> {
    long least();

    @Override default Long convert(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= least()) return number;
        } catch (NumberFormatException none) {
            // as wrong as one that is too small
        }
        throw new TypeConversionException("'" + text + "' is not a whole number from " + least() + " on");
    }

    record FromZero() implements Whole {
        @Override public long least() {
            return 0;
        }
    }

    record FromOne() implements Whole {
        @Override public long least() {
            return 1;
        }
    }
}
