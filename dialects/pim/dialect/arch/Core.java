package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// A core: one instruction stream, a matrix unit, vector units and a local memory.
public record Core(
    @Key(value = "period", says = "clock period of the core", unit = "ns", min = 0.001, max = 1e6, otherwise = "1") double period,
    @Key("matrix_config.") MatrixUnit matrixUnit,
    @Key("vector_") VectorUnit vectorUnit,
    @Key("local_memory_config.") Memory localMemory,
    @Key(value = "rob_size", says = "number of instructions in flight", unit = "instructions", min = 1, otherwise = "1") int reorderBuffer,
    @Key(value = "/pimlico.execution", says = "order of execution in a core", otherwise = "in_order") Execution execution,
    @Key(value = "global_memory_switch_id", says = "number that stands for the global memory in network tables", min = Integer.MIN_VALUE, max = -1,
        otherwise = "-10") int globalMemoryId,
    @Key("controller_") Power controller,
    @Key("inst_fetch_") Power fetch,
    @Key("inst_decode_") Power decode,
    @Key("inst_decode_offset_") Power decodeOffset,
    @Key("reg_file_") RegisterFile registers,
    @Key("scalar_") Power scalarUnit,
    @Key("transfer_") Power transferUnit) {
    /// This core with another matrix unit.
    public Core with(MatrixUnit other) {
        return new Core(period, other, vectorUnit, localMemory, reorderBuffer, execution, globalMemoryId, controller, fetch, decode, decodeOffset,
            registers, scalarUnit, transferUnit);
    }
}
