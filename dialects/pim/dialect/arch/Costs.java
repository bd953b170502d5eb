package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Published power, area and energy by component, for reports of energy and area.
///
/// An array with its converters and adder is a part of `matrix_unit`, of which a core has one; that, `vector_unit` (all of a core), `local_memory`
/// and `control_unit` are parts of `core`; cores, routers, global memory and off-chip link are parts of `chip`.
///
/// One use is of `array` a multiplication by one digit of the inputs, of `dac` one drive of a row, of `adc` one conversion, of `shift_adder` one
/// addition, of `vector_unit` one operation on one element, of `off_chip_link` one byte. What a transfer costs in a memory and a flit in the network
/// stands with them (`read_dynamic_energy`, `pimlico.network.hop_energy`), so they have no energy here.
public record Costs(
    @Key("array.") Cost array,
    @Key("dac.") Cost dac,
    @Key("adc.") Cost adc,
    @Key("shift_adder.") Cost shiftAdder,
    @Key("matrix_unit.") Cost matrixUnit,
    @Key("vector_unit.") Cost vectorUnit,
    @Key("local_memory.") Cost localMemory,
    @Key("control_unit.") Cost controlUnit,
    @Key("core.") Cost core,
    @Key("router.") Cost router,
    @Key(value = "cores_per_router", says = "number of cores that share a router", unit = "cores", min = 1, otherwise = "1") int coresPerRouter,
    @Key("global_memory.") Cost globalMemory,
    @Key("off_chip_link.") Cost offChipLink,
    @Key("chip.") Cost chip) {

    /// Power and area of the arrays of a core with all that stands beside them.
    public Cost arrays(MatrixUnit unit) {
        return array.plus(dac.times(unit.dac().count())).plus(adc.times(unit.adc().count())).plus(shiftAdder).times(unit.arrays());
    }
}
