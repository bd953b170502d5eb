package pim.dialect.arch;

/// What the array count of a core counts.
public enum ArrayCount {
    /// Arrays of cells: a weight takes as many columns as its bits need.
    PHYSICAL,
    /// Arrays of whole weights, as PIMCOMP counts: `rows x columns` weights of any precision, signed, behind which the backend puts as many physical
    /// arrays as needed.
    LOGICAL
}
