// RUN: pim-opt %s --split-input-file --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s

// Strings are bytes.
// CHECK: empty = ""
// CHECK-SAME: "k\FFx" = "\FF\00\C3\A9\0A\09\0D\\\22"
// CHECK-SAME: none = "b"
// CHECK-SAME: symbol = @"\FFa"::@plain::@"with space"
// CHECK-SAME: typed = "a" : i32
"t.a"() {"k\FFx" = "\FF\00é\n\t\0d\\\"", symbol = @"\FFa"::@plain::@"with space", typed = "a" : i32, none = "b" : none, empty = ""} : () -> ()

// -----

// The bodies of types and attributes that nobody knows are kept to the letter.
// CHECK: a = #u<"a//b">
// CHECK-SAME: b = #u<a->b, [c], {d = "}"}, (e), "->>">
// CHECK-SAME: c = !u<"é">
// CHECK-SAME: d = #u.x.y.z
// CHECK-SAME: e = !u.y<#u.x<!u.y<1x2x?>>>
// CHECK-SAME: f = #u<"x"> : tensor<2xi32>
// CHECK-SAME: g = #u<>
// CHECK-SAME: h = !u< a , b >
"t.a"() {a = #u<"a//b">, b = #u<a->b, [c], {d = "}"}, (e), "->>">, c = !u<"é">, d = #u.x.y.z, e = !u.y<#u.x<!u.y<1x2x?>>>, f = #u<"x"> : tensor<2xi32>,
  g = #u<>, h = !u< a , b >, i = !u.y<"\"">} : () -> ()
