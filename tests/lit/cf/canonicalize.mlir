// RUN: pim-opt %s --canonicalize --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @known(
// CHECK-SAME: %[[X:[^ :]*]]: i32
func.func @known(%x: i32) -> i32 {
  // CHECK-NEXT: return %[[X]]
  %true = arith.constant true
  %three = arith.constant 3 : i32
  cf.cond_br %true, ^bb1, ^bb2
^bb1:
  cf.switch %three : i32, [default: ^bb2, 2: ^bb2, 3: ^bb3(%x : i32)]
^bb2:
  cf.br ^bb3(%three : i32)
^bb3(%y: i32):
  return %y : i32
}

// CHECK-LABEL: func.func @over_empty_blocks(
// CHECK-SAME: %[[C:[^ :]*]]: i1, %[[X:[^ :]*]]: i32
func.func @over_empty_blocks(%c: i1, %x: i32) -> i32 {
  // CHECK-NEXT: %[[ONE:.*]] = arith.constant 1
  // CHECK-NEXT: cf.cond_br %[[C]], ^[[END:.*]](%[[X]] : i32), ^[[END]](%[[ONE]] : i32)
  %one = arith.constant 1 : i32
  cf.cond_br %c, ^bb1(%x : i32), ^bb2
^bb1(%y: i32):
  cf.br ^bb3(%y : i32)
^bb2:
  cf.br ^bb3(%one : i32)
^bb3(%z: i32):
  return %z : i32
}
