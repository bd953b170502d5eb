package pim.dialect.tile;

import pim.define.Namespace;
import pim.ir.Op;

/// A network cut for crossbars: layers on feature maps, each convolution with the array groups that hold its weights and the core of each.
@Namespace("tile")
public sealed interface Tile extends Op permits MatrixOp, VectorOp, LayoutOp {}
