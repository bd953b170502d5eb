/// The textual form, read and written.
///
/// Reading: [pim.syntax.ModuleReader] runs the generated parser, whose grammar (`grammar/pim/syntax`) decides by the next token alone. The actions of
/// the rules are in a chain of base classes, from literals over tensors' elements and affine maps to operations
/// ([pim.syntax.ParserActions]). [pim.syntax.CustomForm] reads an op that is not in generic form: it follows the op's format and calls the rules of
/// the grammar for types, attributes and regions. [pim.syntax.Names] finds what `%x` and `^bb` stand for.
///
/// Writing: [pim.syntax.ModulePrinter] with [pim.syntax.PrintOptions], laid out as `mlir-opt` lays it out. First [pim.syntax.ValueNames] numbers
/// values and [pim.syntax.AliasCollector] shows [pim.syntax.Aliases] all that is to be written, so that affine maps and locations have names. Then
/// [pim.syntax.OperationPrinter] writes operations, regions and blocks, and [pim.syntax.AttributePrinter], which it extends, types and attributes;
/// [pim.syntax.FormatWriter] follows the format of an op in custom form. Large blocks are written by several threads ([pim.syntax.OperationParts]).
package pim.syntax;
