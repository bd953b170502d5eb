// RUN: rm -rf %t && mkdir %t
// RUN: pim-opt %s -o %t/out.mlir && FileCheck %s < %t/out.mlir
// RUN: pim-opt - < %s | FileCheck %s
// RUN: pim-opt %t/out.mlir --mlir-print-op-generic | pim-opt | FileCheck %s
// RUN: pim-opt %s --mlir-print-debuginfo | FileCheck %s --check-prefix=LOCATIONS

// CHECK: module {
// CHECK-NEXT: func.func @f() {
// CHECK-NEXT: return
// LOCATIONS: return loc(
func.func @f() { return }
