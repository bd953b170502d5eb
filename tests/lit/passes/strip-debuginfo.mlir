// RUN: pim-opt %s --strip-debuginfo --mlir-print-debuginfo | FileCheck %s

// CHECK-NOT: "here"
// CHECK: func.func @f(%{{.*}}: i32 loc(#[[LOC:.*]])) {
// CHECK-NEXT: return loc(#[[LOC]])
// CHECK-NEXT: } loc(#[[LOC]])
// CHECK-NEXT: } loc(#[[LOC]])
// CHECK-NEXT: #[[LOC]] = loc(unknown)
// CHECK-NOT: loc
func.func @f(%a: i32 loc("here":1:2)) {
  return loc(fused["here", "there"])
} loc(callsite("here" at "there"))
