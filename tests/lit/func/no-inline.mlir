// A function that is not to be inlined says so among its attributes, and is not; nor is a call that says it.
// RUN: pim-opt %s | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s
// RUN: pim-opt %s --inline | FileCheck %s --check-prefix=INLINE

// CHECK: func.func private @kept(%arg0: i32) -> i32 attributes {no_inline, x.y = 1 : i32} {
// GENERIC: "func.func"() <{function_type = (i32) -> i32, no_inline, sym_name = "kept", sym_visibility = "private"}>
// GENERIC: }) {x.y = 1 : i32} : () -> ()
// INLINE: @kept
func.func private @kept(%a: i32) -> i32 attributes {x.y = 1 : i32, no_inline} {
  return %a : i32
}

func.func private @gone(%a: i32) -> i32 {
  return %a : i32
}

// CHECK: call @kept(%arg0) : (i32) -> i32
// CHECK: call @gone(%{{.*}}) {no_inline} : (i32) -> i32
// GENERIC: "func.call"(%{{.*}}) <{callee = @gone, no_inline}>
// INLINE: @f(%arg0: i32)
// INLINE-NEXT: call @kept
// INLINE-NEXT: call @gone(%{{.*}}) {no_inline}
// INLINE-NEXT: return
func.func @f(%a: i32) -> i32 {
  %0 = call @kept(%a) : (i32) -> i32
  %1 = call @gone(%0) {no_inline} : (i32) -> i32
  %2 = call @gone(%1) : (i32) -> i32
  return %2 : i32
}
