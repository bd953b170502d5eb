package pim.dialect.isa;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The numbers of the machine that a program of pimsim-nn carries.
///
/// @param cores         `core_cnt`: cores have numbers below it
/// @param crossbarSize  `xbar_size`: rows and columns of a crossbar
/// @param crossbars     `xbar_array_count`: crossbars of a core
/// @param cellBits      `cell_precision`: bits of a cell
/// @param converters    `adc_count`: converters of a crossbar
public record Configuration(int cores, Optional<List<Integer>> crossbarSize, OptionalInt crossbars, OptionalInt cellBits, OptionalInt converters) {
    /// Of a machine of which only the number of cores is known.
    public static Configuration of(int cores) {
        return new Configuration(cores, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}
