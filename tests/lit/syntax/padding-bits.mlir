// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | FileCheck %s
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-elementsattrs-with-hex-if-larger=1 %s | FileCheck %s --check-prefix=HEX

// As in MLIR, whose list of equal elements comes back as a splat.
// What lies behind the last bit stays, too: elements that differ only there are no splat. A lone bit is all of its byte.
// CHECK: all = dense<true> : tensor<13xi1>, lone = dense<true> : tensor<1xi1>
// CHECK-SAME: none = dense<[false, false, false]> : tensor<3xi1>, some = dense<[true, true, true]> : tensor<3xi1>, whole = dense<true> : tensor<3xi1>
// HEX: all = dense<true> : tensor<13xi1>, lone = dense<true> : tensor<1xi1>
// HEX-SAME: none = dense<"0xE0"> : tensor<3xi1>, some = dense<"0x0F"> : tensor<3xi1>, whole = dense<true> : tensor<3xi1>
"t.padded"() {all = dense<"0xFF1F"> : tensor<13xi1>, lone = dense<"0xFE"> : tensor<1xi1>, none = dense<"0xE0"> : tensor<3xi1>,
  some = dense<"0x0F"> : tensor<3xi1>, whole = dense<"0x07"> : tensor<3xi1>} : () -> ()
