// RUN: pim-opt %s | FileCheck %s

// Arguments without names have theirs in front of the first block.
// CHECK: func.func @types(%arg0: i32) -> i32 {
// CHECK-NEXT: return %arg0 : i32
func.func @types(i32) -> i32 {
^bb0(%a: i32):
  return %a : i32
}
// CHECK: func.func @named() {
// CHECK-NEXT: cf.br ^bb1
func.func @named() {
^first:
  cf.br ^bb1
^bb1:
  return
}
