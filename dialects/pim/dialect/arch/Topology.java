package pim.dialect.arch;

/// What joins the cores of a chip.
public enum Topology {
    /// A two-dimensional network on chip: a message crosses as many links as the Manhattan distance.
    MESH,
    /// One bus: every pair of cores is one link apart.
    BUS,
    /// A memory that all cores share: every pair of cores is one link apart.
    SHARED_MEMORY
}
