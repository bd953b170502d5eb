// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | pim-filecheck %s

// Elements of a type that is not known, and what its dialect keeps beside the program, stay as they are.

// CHECK: value = dense<[2, 3]> : !other.array<2xi32>
"t.constant"() {value = dense<[2, 3]> : !other.array<2xi32>} : () -> ()
// CHECK: blob = #other.elements<first>
"t.constant"() {blob = #other.elements<first>} : () -> ()

// A result may be used within its own operation where the order may mean nothing.
// CHECK: %[[A:[0-9]+]] = "t.within"() ({
// CHECK-NEXT: "t.use"(%[[A]])
"t.graph"() ({
  %a = "t.within"() ({
    "t.use"(%a) : (i32) -> ()
  }) : () -> i32
}) : () -> ()

// CHECK: dialect_resources: {
// CHECK-NEXT: other: {
// CHECK-NEXT: first: "0x0800000001"
{-#
  dialect_resources: {
    other: {
      first: "0x0800000001"
    }
  }
#-}
