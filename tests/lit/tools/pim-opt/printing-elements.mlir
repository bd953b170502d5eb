// RUN: pim-opt %s --allow-unregistered-dialect --mlir-elide-elementsattrs-if-larger=2 | FileCheck %s --check-prefix=ELIDED
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-elide-elementsattrs-if-larger=0 | FileCheck %s --check-prefix=SPLAT
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-elementsattrs-with-hex-if-larger=1 | FileCheck %s --check-prefix=HEX
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-elementsattrs-with-hex-if-larger=-1 | FileCheck %s --check-prefix=NEVER
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-elide-resource-strings-if-larger=20 | FileCheck %s --check-prefix=KEPT
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-elide-resource-strings-if-larger=19 | FileCheck %s --check-prefix=SHORT
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-elide-resource-strings-if-larger=0 | FileCheck %s --check-prefix=NONE

// ELIDED: bits = dense_resource<__elided__> : tensor<3xi1>
// ELIDED-SAME: pair = dense<[1, 2]> : tensor<2xi32>
// ELIDED-SAME: sparse = dense_resource<__elided__> : tensor<5x5x5xi32>
// ELIDED-SAME: splat = dense<7> : tensor<9xi32>
// SPLAT: pair = dense_resource<__elided__> : tensor<2xi32>
// SPLAT-SAME: splat = dense<7> : tensor<9xi32>
// HEX: bits = dense<"0x05"> : tensor<3xi1>
// HEX-SAME: pair = dense<"0x0100000002000000"> : tensor<2xi32>
// HEX-SAME: sparse = sparse<{{\[\[}}0, 1, 2], [1, 2, 3]], "0x0100000002000000"> : tensor<5x5x5xi32>
// HEX-SAME: splat = dense<7> : tensor<9xi32>
// NEVER: pair = dense<[1, 2]> : tensor<2xi32>
"test.a"() {bits = dense<[true, false, true]> : tensor<3xi1>, pair = dense<[1, 2]> : tensor<2xi32>,
  sparse = sparse<[[0, 1, 2], [1, 2, 3]], [1, 2]> : tensor<5x5x5xi32>, splat = dense<7> : tensor<9xi32>,
  blob = dense_resource<blob> : tensor<1xi32>} : () -> ()

// KEPT: blob: "0x0400000001000000"
// KEPT: short: true
// KEPT-NOT: long
// SHORT-NOT: blob:
// SHORT: external_resources
// SHORT-NEXT: me: {
// SHORT-NEXT: short: true
// NONE: {-#
// NONE-EMPTY:
// NONE-NEXT: #-}
{-#
  dialect_resources: { builtin: { blob: "0x0400000001000000" } },
  external_resources: { me: { long: "abcdefghijklmnopqrstuvwxyz", short: true } }
#-}
