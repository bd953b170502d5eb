// RUN: pim-opt %s --strip-debuginfo --mlir-print-debuginfo | FileCheck %s

// CHECK-NOT: "here"
// CHECK: #[[LOC:.*]] = loc(unknown)
// CHECK: func.func @f(%{{.*}}: i32 loc(unknown)) {
// CHECK-NEXT: return loc(#[[LOC]])
// CHECK-NEXT: } loc(#[[LOC]])
// CHECK-NEXT: } loc(#[[LOC]])
// CHECK-NOT: loc
func.func @f(%a: i32 loc("here":1:2)) {
  return loc(fused["here", "there"])
} loc(callsite("here" at "there"))
