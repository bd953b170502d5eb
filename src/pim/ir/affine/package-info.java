/// Affine expressions, maps and integer sets, simplified when they are built and printed as in MLIR.
package pim.ir.affine;
