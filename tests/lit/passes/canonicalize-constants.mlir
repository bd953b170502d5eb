// RUN: pim-opt %s --canonicalize | FileCheck %s

// Constants stand once, at the beginning of the function; the order of those that stood together stays.

// CHECK-LABEL: func.func @once
// CHECK-NEXT: %[[TWO:.*]] = arith.constant 2 : i32
// CHECK-NEXT: cf.cond_br
// CHECK-NEXT: ^bb1:
// CHECK-NEXT: arith.xori %{{.*}}, %[[TWO]] : i32
// CHECK-NEXT: return
// CHECK-NEXT: ^bb2:
// CHECK-NEXT: arith.muli %{{.*}}, %[[TWO]] : i32
// CHECK-NEXT: return
func.func @once(%c: i1, %x: i32) -> i32 {
  cf.cond_br %c, ^a, ^b
^a:
  %two = arith.constant 2 : i32
  %0 = arith.xori %x, %two : i32
  return %0 : i32
^b:
  %too = arith.constant 2 : i32
  %1 = arith.muli %x, %too : i32
  return %1 : i32
}

// CHECK-LABEL: func.func @computed
// CHECK-NEXT: %[[FIVE:.*]] = arith.constant 5 : i32
// CHECK-NEXT: %[[A:.*]] = arith.xori %{{.*}}, %[[FIVE]] : i32
// CHECK-NEXT: arith.muli %[[A]], %[[FIVE]] : i32
// CHECK-NEXT: return
func.func @computed(%x: i32) -> i32 {
  %five = arith.constant 5 : i32
  %0 = arith.xori %x, %five : i32
  %two = arith.constant 2 : i32
  %three = arith.constant 3 : i32
  %1 = arith.addi %two, %three : i32
  %2 = arith.muli %1, %0 : i32
  return %2 : i32
}

// One with an attribute of its own is another.
// CHECK-LABEL: func.func @marked
// CHECK-NEXT: arith.constant 2 : i32
// CHECK-NEXT: arith.constant {{.*}}mark{{.*}} 2 : i32
func.func @marked(%x: i32) -> (i32, i32) {
  %0 = arith.constant 2 : i32
  %1 = arith.constant {mark} 2 : i32
  return %0, %1 : i32, i32
}
