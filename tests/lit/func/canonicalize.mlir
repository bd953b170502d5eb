// A function that is known is called by its name, and is a value no more.
// RUN: pim-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @known
// CHECK-NEXT: %[[X:.*]] = call @callee(%arg0) : (i32) -> i32
// CHECK-NEXT: call @nothing() : () -> ()
// CHECK-NEXT: return %[[X]]
func.func @known(%a: i32) -> i32 {
  %f = constant @callee : (i32) -> i32
  %g = constant @nothing : () -> ()
  %0 = call_indirect %f(%a) : (i32) -> i32
  call_indirect %g() : () -> ()
  return %0 : i32
}

// CHECK-LABEL: func.func @unknown
// CHECK-NEXT: call_indirect %arg0(%arg1)
func.func @unknown(%f: (i32) -> i32, %a: i32) -> i32 {
  %0 = call_indirect %f(%a) : (i32) -> i32
  return %0 : i32
}
func.func private @callee(i32) -> i32
func.func private @nothing()
