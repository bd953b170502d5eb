package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// Published power and area. The first four are parts of `core`; the cores, routers, global memory and link are parts of `chip`.
public record Costs(
    @Key("matrix_unit.") Cost matrixUnit,
    @Key("vector_unit.") Cost vectorUnit,
    @Key("local_memory.") Cost localMemory,
    @Key("control_unit.") Cost controlUnit,
    @Key("core.") Cost core,
    @Key("router.") Cost router,
    @Key(value = "cores_per_router", says = "number of cores that share a router", unit = "cores", min = 1, otherwise = "1") int coresPerRouter,
    @Key("global_memory.") Cost globalMemory,
    @Key("off_chip_link.") Cost offChipLink,
    @Key("chip.") Cost chip) {}
