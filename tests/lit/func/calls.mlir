// RUN: pim-opt %s | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC

// CHECK: call_indirect %arg0(%arg1) {x = 1 : i64} : (i32) -> (i32, f32)
// CHECK: constant @g : (i32) -> i32
// CHECK: constant {y} @g : (i32) -> i32
// CHECK: call @g(%arg1) {no_inline} : (i32) -> i32
// GENERIC: "func.call_indirect"(%arg0, %arg1) {x = 1 : i64} : ((i32) -> (i32, f32), i32) -> (i32, f32)
// GENERIC: "func.constant"() <{value = @g}> {y} : () -> ((i32) -> i32)
// GENERIC: "func.call"(%arg1) <{callee = @g, no_inline}> : (i32) -> i32
func.func @f(%f: (i32) -> (i32, f32), %a: i32) {
  %0:2 = call_indirect %f(%a) {x = 1} : (i32) -> (i32, f32)
  %1 = constant @g : (i32) -> i32
  %2 = constant {y} @g : (i32) -> i32
  %3 = "func.call"(%a) <{callee = @g, no_inline}> : (i32) -> i32
  return
}
func.func private @g(i32) -> i32
