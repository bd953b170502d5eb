// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | pim-filecheck %s

// Elements where there is none to hold, of no bits, in a memref, and strings at some places.

// CHECK: empty = dense<1.000000e+00> : tensor<0xf32>
// CHECK-SAME: narrow = 0 : si0
// CHECK-SAME: none = dense<> : tensor<0xf32>
// CHECK-SAME: strings = sparse<0, "a"> : tensor<1x1x!w.word>
// CHECK-SAME: words = dense<1> : memref<2xi64>
"t.elements"() {empty = dense<1.0> : tensor<0xf32>, narrow = 0 : si0, none = dense<> : tensor<0xf32>, strings = sparse<0, "a"> : tensor<1x1x!w.word>,
  words = dense<1> : memref<2xi64>} : () -> ()
