package pim.dialect.inst.convert;

import java.util.Optional;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.graph.Window;
import pim.dialect.inst.Fixed;
import pim.dialect.tile.Unfolding;
import pim.ir.attr.DenseResourceAttr;

/// A convolution as its lowering sees it.
///
/// @param weights with plain integers as elements
/// @param bias    one 32-bit integer for each output channel in global memory
/// @param sums    numbers of the exact sums
/// @param budget  bytes of local memory of a core
record ConvLayer(Stored input, Stored result, DenseResourceAttr weights, Unfolding unfolding, Window window, Optional<Stored> bias,
    Fixed inputNumbers,
                 Fixed biasNumbers, Fixed sums, Fixed resultNumbers, Optional<ActivationAttr> activation, long budget) {}
