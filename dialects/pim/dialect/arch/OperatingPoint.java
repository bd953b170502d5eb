package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Performance as measured or published at one voltage and precision; 0 where it is not known. A multiplication and an addition are two operations.
/// Nothing is computed from it: it is what computed figures are held against.
public record OperatingPoint(
    @Key(value = "supply", says = "supply voltage", unit = "V", otherwise = "0") double supply,
    @Key(value = "input_bits", says = "precision of the inputs", unit = "bits", max = 32, otherwise = "0") int inputBits,
    @Key(value = "weight_bits", says = "precision of the weights", unit = "bits", max = 32, otherwise = "0") int weightBits,
    @Key(value = "output_bits", says = "precision of the outputs", unit = "bits", max = 32, otherwise = "0") int outputBits,
    @Key(value = "throughput", says = "operations in a time, of the whole machine", unit = "TOPS", otherwise = "0") double throughput,
    @Key(value = "efficiency", says = "operations for an energy", unit = "TOPS/W", otherwise = "0") double efficiency,
    @Key(value = "density", says = "operations in a time on an area", unit = "TOPS/mm2", otherwise = "0") double density,
    @Key(value = "operation_energy", says = "energy of one operation of the array", unit = "pJ", otherwise = "0") double operationEnergy) {}
