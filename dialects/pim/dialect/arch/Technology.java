package pim.dialect.arch;

import pim.dialect.arch.schema.Key;

/// What the machine is made in; 0 where it is not known. No cost is scaled by it.
public record Technology(
    @Key(value = "node", says = "feature size of the process", unit = "nm", otherwise = "0") double node,
    @Key(value = "supply", says = "supply voltage that the costs are for", unit = "V", otherwise = "0") double supply) {}
