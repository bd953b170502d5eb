package pim.dialect.sim.timing;

/// Power that a part always draws. mW.
public record StaticPower(Part part, double power) {}
