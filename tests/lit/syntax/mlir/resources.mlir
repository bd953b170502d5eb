// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s

// Resources stand in the order in which they are used, with their alignment; those that are not are left out. What other tools keep stays.
// CHECK: {-#
// CHECK-NEXT:   dialect_resources: {
// CHECK-NEXT:     builtin: {
// CHECK-NEXT:       z: "0x080000000100000000000000",
// CHECK-NEXT:       "a b": "0x1000000001"
// CHECK-NEXT:     }
// CHECK-NEXT:   },
// CHECK-NEXT:   external_resources: {
// CHECK-NEXT:     other: {
// CHECK-NEXT:       flag: true,
// CHECK-NEXT:       text: "\22quoted\22"
"t.a"() <{p = dense_resource<z> : tensor<1xi64>}> {a = [dense_resource<"a b"> : tensor<1xi8>], b = dense_resource<missing> : tensor<1xi8>} : () -> ()
{-#
  dialect_resources: {
    builtin: {
      "a b": "0x1000000001",
      unused: "0x0400000001",
      z: "0x080000000100000000000000"
    }
  },
  external_resources: {
    other: {
      flag: true,
      text: "\22quoted\22"
    }
  }
#-}
