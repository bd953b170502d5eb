package pim.dialect.arch;

/// What a vector unit can do, by the vector instructions of the ISA for PIM accelerators (arXiv 2308.06449).
public enum VectorFunction { ADD, SUB, MUL, MAX, SLL, SRA, DMUL, AVG, RELU, TANH, SIGM, MV, RSU, RSL }
