// RUN: pim-opt %s --remove-dead-values --allow-unregistered-dialect | FileCheck %s

// CHECK: func.func private @f(%[[A:.*]]: i32 {t.here}) -> (i32 {t.kept}) {
func.func private @f(%a: i32 {t.here}, %b: i32) -> (i32, i32 {t.kept}) {
  // CHECK-NEXT: %[[SUM:.*]] = arith.addi %[[A]], %[[A]]
  // CHECK-NEXT: return %[[SUM]] : i32
  %0 = arith.addi %a, %a : i32
  %1 = arith.muli %a, %b : i32
  return %1, %0 : i32, i32
}

// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:[^ :]*]]: i32, %{{.*}}: i32) -> i32
func.func @main(%x: i32, %unused: i32) -> i32 {
  // CHECK-NEXT: %[[R:.*]] = call @f(%[[X]]) : (i32) -> i32
  // CHECK-NEXT: cf.br ^bb1(%[[R]] : i32)
  // CHECK-NEXT: ^bb1(%[[Y:.*]]: i32):
  // CHECK-NEXT: return %[[Y]]
  %0:2 = call @f(%x, %unused) : (i32, i32) -> (i32, i32)
  %dead = arith.addi %unused, %0#0 : i32
  cf.br ^bb1(%dead, %0#1 : i32, i32)
^bb1(%gone: i32, %y: i32):
  %also = arith.addi %gone, %gone : i32
  return %y : i32
}

// What an operation of which nothing is known does may depend on all it gets.
// CHECK-LABEL: func.func @effects
func.func @effects(%x: i32) {
  // CHECK: arith.addi
  // CHECK-NEXT: "t.fork"(%{{.*}})[^bb1]
  // CHECK-NEXT: ^bb1(%{{.*}}: i32):
  %0 = arith.addi %x, %x : i32
  "t.fork"(%0)[^bb1] : (i32) -> ()
^bb1(%y: i32):
  return
}
