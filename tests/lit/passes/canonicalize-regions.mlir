// RUN: pim-opt %s --canonicalize=region-simplify=disabled | FileCheck %s --check-prefix=DISABLED
// RUN: pim-opt %s --canonicalize | FileCheck %s --check-prefix=NORMAL
// RUN: pim-opt %s --canonicalize=region-simplify=aggressive | FileCheck %s --check-prefix=AGGRESSIVE
// RUN: pim-opt %s --canonicalize=max-num-rewrites=1 | FileCheck %s --check-prefix=FEW
// RUN: not pim-opt %s --canonicalize=region-simplify=hard 2>&1 | FileCheck %s --check-prefix=WRONG

// WRONG: error: expected one of disabled, normal, aggressive for option 'region-simplify', got 'hard'

// Nothing but the next round of the loop depends on the second argument.
// DISABLED-LABEL: func.func @dead_argument
// DISABLED: cf.br ^bb1(%{{.*}}, %{{.*}} : i32, i32)
// NORMAL-LABEL: func.func @dead_argument
// NORMAL: cf.br ^bb1(%{{[a-z0-9_]+}} : i32)
// NORMAL: ^bb1(%{{[0-9]+}}: i32):
// NORMAL-NOT: arith.muli
// NORMAL: return
func.func @dead_argument(%x: i32, %y: i32) -> i32 {
  cf.br ^loop(%x, %y : i32, i32)
^loop(%a: i32, %b: i32):
  %c = arith.addi %a, %x : i32
  %d = arith.muli %b, %y : i32
  %e = arith.cmpi slt, %c, %y : i32
  cf.cond_br %e, ^loop(%c, %d : i32, i32), ^end
^end:
  return %c : i32
}

// As in mlir-opt, such blocks go before patterns see them, whatever else is asked for.
// DISABLED-LABEL: func.func @unreachable
// DISABLED-NOT: ^bb
// DISABLED: }
// NORMAL-LABEL: func.func @unreachable
// NORMAL-NOT: ^bb
// NORMAL: }
func.func @unreachable() {
  return
^lost:
  cf.br ^lost
}

// Two blocks that do the same with another value each.
// NORMAL-LABEL: func.func @identical
// NORMAL: cf.cond_br %{{.*}}, ^bb1, ^bb2
// AGGRESSIVE-LABEL: func.func @identical
// AGGRESSIVE-SAME: (%[[C:.*]]: i1, %[[X:.*]]: i32, %[[Y:.*]]: i32)
// AGGRESSIVE-NEXT: %[[A:.*]] = arith.select %[[C]], %[[X]], %[[Y]] : i32
// AGGRESSIVE-NEXT: arith.addi %[[A]], %[[X]]
// AGGRESSIVE-NEXT: return
// AGGRESSIVE-NEXT: }
func.func @identical(%c: i1, %x: i32, %y: i32) -> i32 {
  cf.cond_br %c, ^a, ^b
^a:
  %0 = arith.addi %x, %x : i32
  return %0 : i32
^b:
  %1 = arith.addi %y, %x : i32
  return %1 : i32
}

// The argument is the same on both ways.
// NORMAL-LABEL: func.func @redundant
// NORMAL: ^bb3(%{{.*}}: i32)
// AGGRESSIVE-LABEL: func.func @redundant
// AGGRESSIVE-SAME: (%{{.*}}: i1, %[[X:.*]]: i32)
// AGGRESSIVE: ^bb3:
// AGGRESSIVE-NEXT: return %[[X]]
func.func @redundant(%c: i1, %x: i32) -> i32 {
  cf.cond_br %c, ^a, ^b
^a:
  func.call @f() : () -> ()
  cf.br ^end(%x : i32)
^b:
  func.call @g() : () -> ()
  cf.br ^end(%x : i32)
^end(%z: i32):
  return %z : i32
}
func.func private @f()
func.func private @g()

// When the rewrites of a look are used up, what waited may be gone before the next one.
// FEW-LABEL: func.func @few
// FEW-SAME: (%{{.*}}: i1, %[[X:.*]]: i32)
// FEW-NEXT: return %[[X]]
func.func @few(%c: i1, %x: i32) -> i32 {
  %true = arith.constant true
  cf.cond_br %true, ^a(%x : i32), ^b(%x : i32)
^a(%0: i32):
  cf.br ^end(%0 : i32)
^b(%1: i32):
  %k = arith.constant 3 : i32
  %2 = arith.addi %1, %k : i32
  cf.br ^end(%2 : i32)
^end(%z: i32):
  return %z : i32
}
