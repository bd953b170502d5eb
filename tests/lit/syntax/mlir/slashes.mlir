// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s

// In what a dialect writes two slashes begin no comment, wherever that ends.
// CHECK: "t.a"() {d = #x.y<a, // b>, e = 1 : i32} : () -> ()
// CHECK-NEXT: "t.b"() {f = !x.z<"//">} : () -> ()
"t.a"() {d = #x.y<a, // b>, e = 1 : i32
} : () -> ()
"t.b"() {f = !x.z<"//"> // comment>
} : () -> ()
