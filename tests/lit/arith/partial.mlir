// RUN: pim-opt %s --allow-unregistered-dialect | FileCheck %s
// RUN: not pim-opt %s 2>&1 | FileCheck %s --check-prefix=STRICT

// What the dialect does not define stays as it is, where unregistered dialects may.
// CHECK: "arith.addf"(%arg0, %arg0) <{fastmath = #arith.fastmath<none>}> : (f32, f32) -> f32
// STRICT: error: operation 'arith.addf' is of an unregistered dialect
func.func @f(%a: f32) {
  %0 = "arith.addf"(%a, %a) <{fastmath = #arith.fastmath<none>}> : (f32, f32) -> f32
  return
}
