/// MLIR's built-in attributes and locations, closed, and the door for those of dialects, [pim.ir.attr.DialectAttr]. Numbers keep their bits: integers
/// of any width as [java.math.BigInteger], floats in the format of their type ([pim.ir.attr.FloatFormat] reads and prints them as LLVM does).
package pim.ir.attr;
