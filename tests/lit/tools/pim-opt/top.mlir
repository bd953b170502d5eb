// One operation without a module around it.
// RUN: pim-opt %s --no-implicit-module --canonicalize --verify-roundtrip | FileCheck %s
// RUN: pim-opt %s --no-implicit-module --pass-pipeline='func.func(canonicalize)' | FileCheck %s
// RUN: pim-opt %s --canonicalize --verify-roundtrip | FileCheck %s --check-prefix=MODULE
// RUN: not pim-opt %s --no-implicit-module --symbol-dce 2>&1 | FileCheck %s --check-prefix=TABLE
// RUN: echo '"a.b"() : () -> () "a.c"() : () -> ()' | not pim-opt --no-implicit-module --allow-unregistered-dialect 2>&1 | FileCheck %s --check-prefix=TWO

// CHECK-NOT: module
// CHECK: func.func @f(%[[X:.*]]: i32) -> i32 {
// CHECK-NEXT: return %[[X]]
// MODULE: module {
// MODULE-NEXT: func.func @f
// TABLE: top.mlir:[[#@LINE+2]]:1: error: 'func.func' op was scheduled to run under SymbolDCE
// TWO: error: source must contain a single top-level operation, found: 2
func.func @f(%x: i32) -> i32 {
  %0 = arith.constant 0 : i32
  %1 = arith.addi %x, %0 : i32
  return %1 : i32
}
