package pim.dialect.arch;

/// The order in which a core executes its stream.
public enum Execution { IN_ORDER, OUT_OF_ORDER }
