package pim.dialect.sim;

import pim.define.Namespace;
import pim.ir.Op;

/// What the cores of a machine do and how long it takes: one op is one timed action of a unit, or a line of a test bench.
@Namespace("sim")
public sealed interface Sim extends Op permits Structure, TimedAction, TestBench {}
