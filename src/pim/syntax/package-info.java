/// The textual form, read and written.
///
/// Reading: [pim.syntax.ModuleReader] runs the generated parser, whose grammar (`grammar/pim/syntax`) decides by the next token alone. The actions of
/// the rules are in a chain of base classes, from literals over tensors' elements and affine maps to operations
/// ([pim.syntax.ParserActions]). [pim.syntax.CustomForm] reads an op that is not in generic form: it follows the op's format and calls the rules of
/// the grammar for types, attributes and regions. [pim.syntax.Names] finds what `%x` and `^bb` stand for.
///
/// Writing: [pim.syntax.ModulePrinter] with [pim.syntax.PrintOptions], laid out as `mlir-opt` lays it out: [pim.syntax.ValueNames] numbers values,
/// [pim.syntax.Aliases] names affine maps and locations.
package pim.syntax;
