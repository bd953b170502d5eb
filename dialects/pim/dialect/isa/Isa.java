package pim.dialect.isa;

import pim.define.Namespace;
import pim.ir.Op;

/// Programs of machine instructions (arXiv 2308.06449): one op is one instruction of one core.
@Namespace("isa")
public sealed interface Isa extends Op permits Structure, Instruction {}
