// Values at equal indices are printed at one, as mlir-opt prints them, and are read from that; mlir-opt reads it no more.
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-op-generic > %t
// RUN: FileCheck %s < %t
// RUN: pim-opt %t --allow-unregistered-dialect --mlir-print-op-generic | diff %t -

// CHECK: at = sparse<0, [4, 5]> : tensor<4xi32>
"t.a"() {at = sparse<[[0], [0]], [4, 5]> : tensor<4xi32>} : () -> ()
// CHECK: at = sparse<1, [(1,2), (3,4)]> : tensor<4x4xcomplex<i32>>
"t.a"() {at = sparse<[[1, 1], [1, 1]], [(1, 2), (3, 4)]> : tensor<4x4xcomplex<i32>>} : () -> ()
// CHECK: at = sparse<2, [1, 2]> : tensor<4xi16>
"t.a"() {at = sparse<2, "0x01000200"> : tensor<4xi16>} : () -> ()
// CHECK: at = sparse<0, ["a", "b"]> : tensor<1x1x!w.word>
"t.a"() {at = sparse<0, ["a", "b"]> : tensor<1x1x!w.word>} : () -> ()
