// Which messages are shown.
// RUN: not pim-opt %s --split-input-file 2>&1 | FileCheck %s --check-prefixes=CHECK,NOTES
// RUN: not pim-opt %s --split-input-file --mlir-disable-diagnostic-notes 2>&1 | FileCheck %s --implicit-check-not=note:
// RUN: not pim-opt %s --mlir-diagnostic-verbosity-level=loud 2>&1 | FileCheck %s --check-prefix=LEVEL
// RUN: pim-opt %s --split-input-file --mlir-very-unsafe-disable-verifier-on-parsing | FileCheck %s --check-prefix=UNVERIFIED

// LEVEL: Invalid value for option '--mlir-diagnostic-verbosity-level': expected one of [ERRORS, WARNINGS, REMARKS] (case-insensitive) but was 'loud'

// CHECK: error: 'func.return' op operand #0 does not dominate this use
// NOTES: note: operand defined here (op in the same region)
// UNVERIFIED: return %{{.*}} : i32
func.func @f(%c: i1) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %0 = arith.constant 1 : i32
  cf.br ^bb2
^bb2:
  return %0 : i32
}

// -----

// A part with an error leaves its place.
// CHECK: // -----
// CHECK: func.func @g
// UNVERIFIED: // -----
// UNVERIFIED: func.func @g
func.func @g() {
  return
}
