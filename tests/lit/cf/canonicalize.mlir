// RUN: pim-opt %s --canonicalize --canonicalize --allow-unregistered-dialect | FileCheck %s

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
  // CHECK-NEXT: %[[Z:.*]] = arith.select %[[C]], %[[X]], %[[ONE]] : i32
  // CHECK-NEXT: return %[[Z]]
  %one = arith.constant 1 : i32
  cf.cond_br %c, ^bb1(%x : i32), ^bb2
^bb1(%y: i32):
  cf.br ^bb3(%y : i32)
^bb2:
  cf.br ^bb3(%one : i32)
^bb3(%z: i32):
  return %z : i32
}

// CHECK-LABEL: func.func @known_assertion
// CHECK-NEXT: return
func.func @known_assertion() {
  %true = arith.constant true
  cf.assert %true, "never seen"
  return
}

// Both sides lead to one block, with different values.
// CHECK-LABEL: func.func @choice(
// CHECK-SAME: %[[C:[^ :]*]]: i1, %[[X:[^ :]*]]: i32, %[[Y:[^ :]*]]: i32
// CHECK-NEXT: %[[Z:.*]] = arith.select %[[C]], %[[X]], %[[Y]] : i32
// CHECK-NEXT: return %[[Z]]
func.func @choice(%c: i1, %x: i32, %y: i32) -> i32 {
  cf.cond_br %c, ^bb1(%x : i32), ^bb1(%y : i32)
^bb1(%z: i32):
  return %z : i32
}

// What was asked is known where only one answer leads.
// CHECK-LABEL: func.func @asked_again(
// CHECK-SAME: %[[C:[^ :]*]]: i1
// CHECK: %[[T:.*]] = arith.constant true
// CHECK: cf.cond_br %[[C]], ^[[A:.*]], ^[[B:.*]]
// CHECK-NEXT: ^[[A]]:
// CHECK-NEXT: "some.use"(%[[T]]) : (i1) -> ()
// CHECK-NEXT: return
// CHECK-NEXT: ^[[B]]:
// CHECK-NEXT: return
func.func @asked_again(%c: i1) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  cf.cond_br %c, ^bb3, ^bb2
^bb2:
  return
^bb3:
  "some.use"(%c) : (i1) -> ()
  return
}

// CHECK-LABEL: func.func @switches(
// CHECK-SAME: %[[F:[^ :]*]]: i32, %[[X:[^ :]*]]: i32, %[[Y:[^ :]*]]: i32
// CHECK-NEXT: cf.switch %[[F]] : i32, [
// CHECK-NEXT: default: ^[[A:bb[0-9]+]],
// CHECK-NEXT: 2: ^[[B:bb[0-9]+]]
// CHECK-NEXT: ]
// CHECK-NEXT: ^[[A]]:
// CHECK-NEXT: return %[[X]]
// CHECK-NEXT: ^[[B]]:
// CHECK-NEXT: return %[[Y]]
func.func @switches(%f: i32, %x: i32, %y: i32) -> i32 {
  cf.switch %f : i32, [default: ^bb1, 2: ^bb2, 3: ^bb1]
^bb1:
  return %x : i32
^bb2:
  cf.switch %f : i32, [default: ^bb1, 2: ^bb3, 3: ^bb1]
^bb3:
  return %y : i32
}

// Blocks that only go on with another are passed over by a switch, too.
// CHECK-LABEL: func.func @switch_over
// CHECK-NEXT: cf.switch %arg0 : i32, [
// CHECK-NEXT: default: ^bb1(%arg0 : i32),
// CHECK-NEXT: 4: ^bb1(%arg1 : i32),
// CHECK-NEXT: 5: ^bb1(%arg1 : i32)
// CHECK-NEXT: ]
// CHECK-NEXT: ^bb1(%0: i32):
func.func @switch_over(%i: i32, %x: i32) -> i32 {
  cf.switch %i : i32, [default: ^p(%i : i32), 4: ^q(%x : i32), 5: ^r]
^p(%z: i32):
  cf.br ^q(%z : i32)
^r:
  cf.br ^q(%x : i32)
^q(%y: i32):
  return %y : i32
}

// CHECK-LABEL: func.func @switch_over_to_one
// CHECK-NEXT: return
func.func @switch_over_to_one(%i: i32) {
  cf.switch %i : i32, [default: ^p, 4: ^q]
^p:
  cf.br ^q
^q:
  return
}
