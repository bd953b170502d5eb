// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | pim-filecheck %s

// What an unregistered operation has as its properties may be any attribute, and none at all is not the same as an empty dictionary.

// CHECK: "t.a"() : () -> ()
"t.a"() : () -> ()
// CHECK: "t.a"() <{}> : () -> ()
"t.a"() <{}> : () -> ()
// CHECK: "t.a"() <{a = 1 : i64, b}> {a = 2 : i64} : () -> ()
"t.a"() <{b, a = 1}> {a = 2} : () -> ()
// CHECK: "t.a"() <"no dictionary"> : () -> ()
"t.a"() <"no dictionary"> : () -> ()
// CHECK: "t.a"() <[1, 2]> : () -> ()
"t.a"() <[1, 2]> : () -> ()
// CHECK: "t.a"() <-5 : i32> ({
// CHECK-NEXT: }) {x} : () -> ()
#a = -5 : i32
"t.a"() <#a> ({}) {x} : () -> ()
// CHECK: "t.a"() <unit> : () -> ()
"t.a"() <unit> : () -> ()
// CHECK: "t.a"() <() -> i32> : () -> ()
"t.a"() <() -> i32> : () -> ()
// CHECK: "t.a"() <@a::@b> : () -> ()
"t.a"() <@a::@b> : () -> ()
// CHECK: "t.a"() <#x.y<a>> : () -> ()
"t.a"() <#x.y<a>> : () -> ()
// CHECK: "t.a"() <affine_map<(d0) -> (d0)>> : () -> ()
"t.a"() <affine_map<(d0) -> (d0)>> : () -> ()
