package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// The digital-to-analog or analog-to-digital converters of one crossbar.
public record Converter(
    @Key(value = "resolution", says = "resolution of a converter", unit = "bits", min = 1, max = 32) int bits,
    @Key(value = "count", says = "number of converters beside one crossbar", unit = "converters", min = 1) int count,
    @Key("") Stage stage) {}
