package pim.dialect.arch;

import java.util.List;
import pim.dialect.arch.schema.Key;

/// The vector units of a core (the VFUs of PIMCOMP), all alike.
public record VectorUnit(
    @Key(value = "/pimlico.vector_units", says = "number of vector units in a core", unit = "units", min = 1, otherwise = "1") int count,
    @Key(value = "/pimlico.vector_functions", says = "operations of a vector unit", otherwise = "all") List<VectorFunction> functions,
    @Key(value = "width", says = "number of elements a vector unit takes at once", unit = "elements", min = 1) int width,
    @Key(value = "latency_cycle", says = "latency of one step of a vector unit", unit = "cycles") int latency,
    @Key(value = "alu_static_power", says = "power that the vector unit always draws", unit = "mW", otherwise = "0") double aluStaticPower,
    @Key(value = "alu_dynamic_energy", says = "energy of one step of the vector unit", unit = "pJ", otherwise = "0") double aluEnergy,
    @Key(value = "reg_static_power", says = "power that the vector registers always draw", unit = "mW", otherwise = "0") double registerStaticPower,
    @Key(value = "reg_read_dynamic_energy", says = "energy of one read of the vector registers", unit = "pJ",
        otherwise = "0") double registerReadEnergy,
    @Key(value = "reg_write_dynamic_energy", says = "energy of one write of the vector registers", unit = "pJ",
        otherwise = "0") double registerWriteEnergy) {}
