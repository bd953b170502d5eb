// RUN: pim-opt %s --inline --split-input-file | pim-filecheck %s

// A function that calls itself, or the very one that it would be put into, stays where it is.
// CHECK-LABEL: func.func @even
func.func @even(%n: i32) -> i32 {
  // CHECK: call @odd
  %0 = func.call @odd(%n) : (i32) -> i32
  return %0 : i32
}
// CHECK-LABEL: func.func @odd
func.func @odd(%n: i32) -> i32 {
  // CHECK-NEXT: arith.muli
  // CHECK-NEXT: call @even
  %0 = arith.muli %n, %n : i32
  %1 = func.call @even(%0) : (i32) -> i32
  return %1 : i32
}
// CHECK-LABEL: func.func @user
func.func @user(%n: i32) -> i32 {
  // CHECK-NEXT: arith.muli
  // CHECK: call @even
  %0 = func.call @even(%n) : (i32) -> i32
  return %0 : i32
}

// -----

// Around a longer circle they are put into each other, in MLIR's order.
// CHECK-LABEL: func.func @a
func.func @a(%n: i32) -> i32 {
  // CHECK: call @b
  %1 = func.call @b(%n) : (i32) -> i32
  return %1 : i32
}
// CHECK-LABEL: func.func @b
func.func @b(%n: i32) -> i32 {
  // CHECK: call @b
  %1 = func.call @c(%n) : (i32) -> i32
  return %1 : i32
}
// CHECK-LABEL: func.func @c
func.func @c(%n: i32) -> i32 {
  // CHECK: call @b
  %1 = func.call @a(%n) : (i32) -> i32
  return %1 : i32
}
