// RUN: pim-run %s | FileCheck %s
// RUN: not pim-run %s --entry fails 2>&1 | FileCheck %s --check-prefix=FAILS
// RUN: not pim-run %s --entry undefined 2>&1 | FileCheck %s --check-prefix=UNDEFINED
// RUN: not pim-run %s --entry deep 2>&1 | FileCheck %s --check-prefix=DEEP
// RUN: not pim-run %s --entry wants 2>&1 | FileCheck %s --check-prefix=WANTS
// RUN: not pim-run %s --entry unknown 2>&1 | FileCheck %s --check-prefix=UNKNOWN

// The sum of the numbers below ten.
// CHECK: result0: {{ *}}[45]
func.func @main() -> i32 {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %ten = arith.constant 10 : i32
  cf.br ^head(%zero, %zero : i32, i32)
^head(%i: i32, %sum: i32):
  %more = arith.cmpi slt, %i, %ten : i32
  cf.cond_br %more, ^body, ^end
^body:
  %next:2 = call @step(%i, %sum, %one) : (i32, i32, i32) -> (i32, i32)
  cf.br ^head(%next#0, %next#1 : i32, i32)
^end:
  return %sum : i32
}
func.func private @step(%i: i32, %sum: i32, %one: i32) -> (i32, i32) {
  %0 = arith.addi %i, %one : i32
  %1 = arith.addi %sum, %i : i32
  return %0, %1 : i32, i32
}

// FAILS: integers.mlir:[[#@LINE+3]]:3: error: 'cf.assert' op failed: never
func.func @fails() {
  %false = arith.constant false
  cf.assert %false, "never"
  return
}

// UNDEFINED: error: 'arith.divsi' op has no meaning for the operands 0 : i32, 0 : i32
func.func @undefined() -> i32 {
  %0 = arith.constant 0 : i32
  %1 = arith.divsi %0, %0 : i32
  return %1 : i32
}

// DEEP: error: 'func.func' op is called more than 1000 deep
func.func @deep() -> i32 {
  // As --entry calls the function that is run.
  %0 = call @main() : () -> i32
  return %0 : i32
}

// WANTS: error: the input 'arg0' is missing
func.func @wants(%x: i32) {
  return
}

// UNKNOWN: error: 'func.call' op cannot be run: what it does is not known
func.func @unknown() {
  call @declared() : () -> ()
  return
}
func.func private @declared()
