// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-local-scope | FileCheck %s --check-prefix=LOCAL --match-full-lines --strict-whitespace
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-unique-ssa-ids | FileCheck %s --check-prefix=UNIQUE
// RUN: pim-opt %s --allow-unregistered-dialect | FileCheck %s --check-prefix=SHARED
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-skip-regions --mlir-print-op-generic | FileCheck %s --check-prefix=SKIP --match-full-lines
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-skip-regions | FileCheck %s --check-prefix=SKIP-CUSTOM --match-full-lines

#map = affine_map<(d0) -> (d0 + 1)>

// LOCAL-NOT:#map =
//      LOCAL:  func.func @first(%arg0: index) -> index {
// LOCAL-NEXT:    %0 = "test.a"(%arg0) {map = affine_map<(d0) -> (d0 + 1)>, shape = dense_resource<blob> : tensor<1xi32>} : (index) -> index
//  LOCAL-NOT:{-#

// UNIQUE: func.func @first([[A:%arg[01]]]: index)
// UNIQUE-NEXT: [[V:%[01]]] = "test.a"([[A]])
// UNIQUE-NOT: {{%arg}}{{[01]}}: {{.*}}[[A]]:
// UNIQUE-NOT: [[V]] =
// SHARED: func.func @first(%arg0: index)
// SHARED-NEXT: %0 =
// SHARED: func.func @second(%arg0: index)
// SHARED-NEXT: %0 =

//  SKIP-NOT: {{.*}}#map{{.*}}
//      SKIP: "builtin.module"() ({...}) : () -> ()
//  SKIP-NOT: {{.+}}
// SKIP-CUSTOM: module {...}
func.func @first(%a: index) -> index {
  %b = "test.a"(%a) {map = #map, shape = dense_resource<blob> : tensor<1xi32>} : (index) -> index
  return %b : index
}
func.func @second(%a: index) -> index {
  %b = "test.a"(%a) : (index) -> index
  return %b : index
}
{-# dialect_resources: { builtin: { blob: "0x0400000001000000" } } #-}
