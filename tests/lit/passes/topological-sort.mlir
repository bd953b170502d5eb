// RUN: pim-opt %s --topological-sort --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s

// CHECK: %[[A:.*]] = "t.a"()
// CHECK-NEXT: %[[B:.*]] = "t.b"(%[[A]])
// CHECK-NEXT: "t.around"() ({
// CHECK-NEXT:   "t.uses"(%[[B]])
// CHECK: "t.c"(%[[B]], %[[A]])
"t.around"() ({
  "t.uses"(%b) : (i32) -> ()
}) : () -> ()
"t.c"(%b, %a) : (i32, i32) -> ()
%b = "t.b"(%a) : (i32) -> i32
%a = "t.a"() : () -> i32

// In a circle the order stays; the rest is sorted around it.
// CHECK: "t.first"
// CHECK-NEXT: "t.second"
// CHECK-NEXT: "t.third"
%0 = "t.first"(%1) : (i32) -> i32
%1 = "t.second"(%0) : (i32) -> i32
"t.third"(%1) : (i32) -> ()
