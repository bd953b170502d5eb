/// MLIR's built-in types, closed, and the door for those of dialects, [pim.ir.type.DialectType]. A type of a dialect that is not loaded is kept as it
/// was written: [pim.ir.type.OpaqueType].
package pim.ir.type;
