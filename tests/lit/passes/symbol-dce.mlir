// RUN: pim-opt %s --symbol-dce | FileCheck %s

// CHECK: func.func @kept
func.func @kept() {
  call @called() : () -> ()
  return
}

// CHECK: func.func private @called
func.func private @called() { return }

// CHECK-NOT: @unused
func.func private @unused() {
  call @unused_too() : () -> ()
  return
}
func.func private @unused_too() { return }

// Public symbols of a public module stay, nested ones where nothing speaks of them do not: no program is around this one.
// CHECK: module @library
module @library {
  // CHECK-NEXT: func.func @visible
  func.func @visible() { return }
  // CHECK-NOT: @nested
  func.func nested @nested() { return }
  // CHECK-NOT: @hidden
  func.func private @hidden() { return }
}
// CHECK: module @mine
module @mine attributes {sym_visibility = "private"} {
  // CHECK: func.func nested @spoken_of
  func.func nested @spoken_of() { return }
  // CHECK-NOT: @not_spoken_of
  func.func nested @not_spoken_of() { return }
}
// CHECK: func.func @speaks
func.func @speaks() attributes {of = [@mine::@spoken_of]} { return }
