package pim.dialect.sim.timing;

/// Parts of an accelerator that energy is counted for.
public enum Part {
    CONTROL, MATRIX_UNIT, VECTOR_UNIT, TRANSFER_UNIT, LOCAL_MEMORY, NETWORK, GLOBAL_MEMORY
}
