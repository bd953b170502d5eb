// RUN: pim-opt %s --sccp --allow-unregistered-dialect | FileCheck %s

// A private function's arguments are those of its calls, and a call's results what it returns.
// CHECK-LABEL: func.func private @twice
func.func private @twice(%a: i32) -> i32 {
  // CHECK: %[[SIX:.*]] = arith.constant 6 : i32
  // CHECK: return %[[SIX]]
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}

// CHECK-LABEL: func.func @main
func.func @main(%x: i32) -> (i32, i32) {
  // CHECK-DAG: %[[SIX:.*]] = arith.constant 6 : i32
  // CHECK-DAG: %[[TRUE:.*]] = arith.constant true
  %three = arith.constant 3 : i32
  %0 = call @twice(%three) : (i32) -> i32
  %1 = call @twice(%three) : (i32) -> i32
  // The other way is never gone, so what comes from there does not count.
  // CHECK: cf.cond_br %[[TRUE]]
  %true = arith.constant true
  cf.cond_br %true, ^bb2(%0 : i32), ^bb1
^bb1:
  cf.br ^bb2(%x : i32)
^bb2(%y: i32):
  // CHECK: return %[[SIX]], %[[SIX]]
  return %y, %1 : i32, i32
}

// What goes round a loop unchanged is constant.
// CHECK-LABEL: func.func @loop
func.func @loop(%n: i32) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  cf.br ^head(%zero, %one : i32, i32)
^head(%i: i32, %same: i32):
  // CHECK: ^[[HEAD:.*]](%[[I:.*]]: i32, %{{.*}}: i32):
  %next = arith.addi %i, %same : i32
  %more = arith.cmpi slt, %next, %n : i32
  cf.cond_br %more, ^head(%next, %same : i32, i32), ^end
^end:
  // CHECK: return %[[I]], %c1_i32
  return %i, %same : i32, i32
}

// Nothing is known of what others may call.
// CHECK-LABEL: func.func @public
func.func @public(%a: i32) -> i32 {
  // CHECK: arith.addi %arg0, %arg0
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}
func.func @calls() -> i32 {
  %0 = arith.constant 1 : i32
  %1 = call @public(%0) : (i32) -> i32
  return %1 : i32
}

// CHECK-LABEL: func.func private @spoken_of
func.func private @spoken_of(%a: i32) -> i32 {
  // CHECK: arith.addi %arg0, %arg0
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}
func.func @speaks() -> i32 {
  "t.op"() {of = @spoken_of} : () -> ()
  %0 = arith.constant 1 : i32
  %1 = call @spoken_of(%0) : (i32) -> i32
  return %1 : i32
}
