package pim.dialect.inst;

import pim.define.Namespace;
import pim.ir.Op;

/// Programs of cores: pseudo-instructions on buffers of local memory, in loops, and the layout of global memory (PIMCOMP, TCAD 2024, Table III).
@Namespace("inst")
public sealed interface Inst extends Op permits Structure, Instruction {}
