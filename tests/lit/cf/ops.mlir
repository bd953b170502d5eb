// RUN: pim-opt %s | pim-opt | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s

// CHECK-LABEL: func.func @ops(
// CHECK-SAME: %[[C:[^ :]*]]: i1, %[[X:[^ :]*]]: i8)
func.func @ops(%c: i1, %x: i8) -> i8 {
  // CHECK: cf.assert %[[C]], "why" {a}
  cf.assert %c, "why" {a}
  // CHECK-NEXT: cf.cond_br %[[C]] weights([9, 1]), ^bb1, ^bb2(%[[X]], %[[C]] : i8, i1) {b}
  cf.cond_br %c weights([9, 1]), ^bb1, ^bb2(%x, %c : i8, i1) {b}
^bb1:
  // CHECK: cf.br ^bb2(%[[X]], %[[C]] : i8, i1)
  cf.br ^bb2(%x, %c : i8, i1)
^bb2(%y: i8, %d: i1):
  // CHECK:      cf.switch %{{.*}} : i8, [
  // CHECK-NEXT:   default: ^bb3(%[[X]] : i8),
  // CHECK-NEXT:   42: ^bb1,
  // CHECK-NEXT:   255: ^bb3(%{{.*}} : i8)
  // CHECK-NEXT: ] {c}
  cf.switch %y : i8, [
    default: ^bb3(%x : i8),
    42: ^bb1,
    -1: ^bb3(%y : i8)
  ] {c}
^bb3(%z: i8):
  // CHECK:      cf.switch %[[X]] : i8, [
  // CHECK-NEXT:   default: ^bb4]
  cf.switch %x : i8, [default: ^bb4]
^bb4:
  return %z : i8
}
