/// The program as it is held in memory.
///
/// An [pim.ir.Operation] is the one mutable node: it has operands, results, successors, regions, attributes and a location. A [pim.ir.Region] holds
/// [pim.ir.Block]s, and these hold operations. A [pim.ir.Value] is the result of an operation or the argument of a block; each use of it is an
/// [pim.ir.OpOperand], in a list that the value keeps, so that replacing a value costs what its uses cost.
///
/// What an operation *says* is an [pim.ir.Op]: a record that [pim.ir.Operation#op()] gives, to be matched in a `switch`. Its [pim.ir.OpKind] knows
/// how;
/// of a kind that no dialect defines only the name is known, and such operations pass through unharmed. What a kind promises are the
/// [pim.ir.Traits] that its record implements.
///
/// Types, attributes, locations and affine maps are immutable records that print themselves into an [pim.ir.AsmWriter]; see [pim.ir.type],
/// [pim.ir.attr] and [pim.ir.affine].
package pim.ir;
