// RUN: pim-opt %s --reconcile-unrealized-casts --allow-unregistered-dialect | FileCheck %s
// RUN: pim-opt %s --canonicalize --allow-unregistered-dialect | FileCheck %s

// CHECK-LABEL: @there_and_back
// CHECK-SAME: (%[[A:.*]]: i64)
// CHECK-NEXT: return %[[A]] : i64
func.func @there_and_back(%a: i64) -> i64 {
  %0 = builtin.unrealized_conversion_cast %a : i64 to i32
  %1 = builtin.unrealized_conversion_cast %0 : i32 to i64
  return %1 : i64
}

// CHECK-LABEL: @a_round_trip
// CHECK-NEXT: return
func.func @a_round_trip(%a: i64) -> i64 {
  %0 = builtin.unrealized_conversion_cast %a : i64 to i32
  %1 = builtin.unrealized_conversion_cast %0 : i32 to i16
  %2 = builtin.unrealized_conversion_cast %1 : i16 to i64
  return %2 : i64
}

// CHECK-LABEL: @nowhere
// CHECK-NEXT: return
func.func @nowhere(%a: i64) -> i64 {
  %0 = builtin.unrealized_conversion_cast %a : i64 to i64
  %1 = builtin.unrealized_conversion_cast %a : i64 to i32
  return %0 : i64
}

// CHECK-LABEL: @several
// CHECK-SAME: (%[[A:.*]]: i64, %[[B:.*]]: i64)
// CHECK-NEXT: return %[[A]], %[[B]]
func.func @several(%a: i64, %b: i64) -> (i64, i64) {
  %0 = builtin.unrealized_conversion_cast %a, %b : i64, i64 to i128
  %1:2 = builtin.unrealized_conversion_cast %0 : i128 to i64, i64
  return %1#0, %1#1 : i64, i64
}

// CHECK-LABEL: @used
// CHECK-NEXT: %[[C:.*]] = builtin.unrealized_conversion_cast %{{.*}} : i64 to i32
// CHECK-NEXT: "some.user"(%[[C]])
// CHECK-NEXT: return %arg0
func.func @used(%a: i64) -> i64 {
  %0 = builtin.unrealized_conversion_cast %a : i64 to i32
  "some.user"(%0) : (i32) -> ()
  %1 = builtin.unrealized_conversion_cast %0 : i32 to i64
  return %1 : i64
}

// CHECK-LABEL: @elsewhere
// CHECK-NEXT: unrealized_conversion_cast
// CHECK-NEXT: unrealized_conversion_cast
// CHECK-NEXT: return
func.func @elsewhere(%a: i64) -> i16 {
  %0 = builtin.unrealized_conversion_cast %a : i64 to i32
  %1 = builtin.unrealized_conversion_cast %0 : i32 to i16
  return %1 : i16
}
