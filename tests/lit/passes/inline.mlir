// RUN: pim-opt %s --split-input-file --allow-unregistered-dialect --inline --mlir-print-ir-after=inline -o /dev/null 2>&1 | FileCheck %s --check-prefix=DUMP
// RUN: pim-opt %s --inline --split-input-file --allow-unregistered-dialect | FileCheck %s
// RUN: pim-opt %s --pass-pipeline='builtin.module(inline{default-pipeline=})' --split-input-file --allow-unregistered-dialect | FileCheck %s --check-prefix=PLAIN
// RUN: pim-opt %s --inline="inlining-threshold=0" --split-input-file --allow-unregistered-dialect | FileCheck %s --check-prefix=NONE

// DUMP: IR Dump After Inliner (inline)

// CHECK-NOT: @add
// NONE: @add
func.func private @add(%a: i32, %b: i32) -> i32 {
  %0 = arith.addi %a, %b : i32
  return %0 : i32
}
// CHECK-LABEL: func.func @main
// NONE-LABEL: func.func @main
func.func @main() -> i32 {
  // CHECK: %[[FIVE:.*]] = arith.constant 5 : i32
  // CHECK-NEXT: return %[[FIVE]]
  // NONE: call @add
  %0 = arith.constant 1 : i32
  %1 = call @add(%0, %0) : (i32, i32) -> i32
  %2 = call @add(%1, %1) : (i32, i32) -> i32
  %3 = call @add(%2, %0) : (i32, i32) -> i32
  return %3 : i32
}

// -----

// A function of several blocks cuts the block of the call in two.
func.func private @choose(%c: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  return %a : i32
^bb2:
  return %b : i32
}
// CHECK-LABEL: func.func @calls(
// CHECK-SAME: %[[C:[^ :]*]]: i1, %[[A:[^ :]*]]: i32
// PLAIN-LABEL: func.func @calls(
// PLAIN-SAME: %[[C:[^ :]*]]: i1, %[[A:[^ :]*]]: i32
func.func @calls(%c: i1, %a: i32) -> i32 {
  // CHECK-NOT: call
  // CHECK: return
  // PLAIN: cf.cond_br %[[C]], ^bb1, ^bb2
  // PLAIN-NEXT: ^bb1:
  // PLAIN-NEXT: cf.br ^bb3(%[[A]] : i32)
  // PLAIN-NEXT: ^bb2:
  // PLAIN-NEXT: cf.br ^bb3(%[[A]] : i32)
  // PLAIN-NEXT: ^bb3(%[[R:.*]]: i32):
  // PLAIN-NEXT: return %[[R]]
  %0 = call @choose(%c, %a, %a) : (i1, i32, i32) -> i32
  return %0 : i32
}

// -----

// What cannot be told, or has no end, stays.
// CHECK-LABEL: func.func @stays
func.func @stays(%a: i32) -> i32 {
  // CHECK: call @unknown
  // CHECK: call @declared
  // CHECK: call @forever
  call @unknown() : () -> ()
  call @declared() : () -> ()
  %0 = call @forever(%a) : (i32) -> i32
  return %0 : i32
}
func.func private @unknown() {
  "t.op"() : () -> ()
  return
}
func.func private @declared()
func.func private @forever(%a: i32) -> i32 {
  %0 = call @forever(%a) : (i32) -> i32
  return %0 : i32
}

// -----

// CHECK-LABEL: func.func @network
func.func @network(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: graph.relu
  %0 = call @layer(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
func.func private @layer(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = graph.relu %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// A declaration stays although nobody calls it: what it stands for is elsewhere.
// CHECK: func.func private @nobody()
func.func private @nobody()
