// RUN: pim-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @constants
func.func @constants() -> (i8, i1) {
  // CHECK-DAG: %[[SUM:.*]] = arith.constant -56 : i8
  // CHECK-DAG: %[[TRUE:.*]] = arith.constant true
  // CHECK: return %[[SUM]], %[[TRUE]]
  %0 = arith.constant 100 : i8
  %1 = arith.addi %0, %0 : i8
  %2 = arith.cmpi slt, %1, %0 : i8
  return %1, %2 : i8, i1
}

// CHECK-LABEL: func.func @identities(
// CHECK-SAME: %[[X:[^ :]*]]: i32, %[[Y:[^ :]*]]: i32
func.func @identities(%x: i32, %y: i32) -> (i32, i32, i32) {
  // CHECK-NOT: arith.addi
  // CHECK: return %[[X]], %[[X]], %[[Y]]
  %zero = arith.constant 0 : i32
  %0 = arith.addi %zero, %x : i32
  %1 = arith.subi %0, %zero : i32
  %2 = arith.subi %x, %y : i32
  %3 = arith.addi %2, %y : i32
  %4 = arith.cmpi eq, %x, %x : i32
  %5 = arith.select %4, %y, %x : i32
  return %1, %3, %5 : i32, i32, i32
}

// What has no meaning is left alone.
// CHECK-LABEL: func.func @undefined
func.func @undefined() -> i32 {
  // CHECK: arith.divsi
  %0 = arith.constant 1 : i32
  %1 = arith.constant 0 : i32
  %2 = arith.divsi %0, %1 : i32
  return %2 : i32
}
