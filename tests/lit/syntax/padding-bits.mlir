// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | FileCheck %s
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-elementsattrs-with-hex-if-larger=1 %s -o %t.hex.mlir
// RUN: FileCheck %s --check-prefix=HEX --input-file %t.hex.mlir
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-elementsattrs-with-hex-if-larger=1 %t.hex.mlir | diff - %t.hex.mlir
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s -o %t.list.mlir
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %t.list.mlir | diff - %t.list.mlir

// What lies behind the last bit, or above the bits of an element, stays as in MLIR, where digits show it. MLIR writes lists of elements that differ
// only there, and reads them as splats; here they are written so. A lone bit is all of its byte.
// CHECK: all = dense<true> : tensor<13xi1>, lone = dense<true> : tensor<1xi1>
// CHECK-SAME: none = dense<false> : tensor<3xi1>, odd = dense<3> : tensor<2xi5>, some = dense<true> : tensor<3xi1>, whole = dense<true> : tensor<3xi1>
// HEX: all = dense<true> : tensor<13xi1>, lone = dense<true> : tensor<1xi1>
// HEX-SAME: none = dense<"0xE0"> : tensor<3xi1>, odd = dense<"0xE303"> : tensor<2xi5>, some = dense<"0x0F"> : tensor<3xi1>, whole = dense<true> : tensor<3xi1>
"t.padded"() {all = dense<"0xFF1F"> : tensor<13xi1>, lone = dense<"0xFE"> : tensor<1xi1>, none = dense<"0xE0"> : tensor<3xi1>, odd = dense<"0xE303"> : tensor<2xi5>,
  some = dense<"0x0F"> : tensor<3xi1>, whole = dense<"0x07"> : tensor<3xi1>} : () -> ()
