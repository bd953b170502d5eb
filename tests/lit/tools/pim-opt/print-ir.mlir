// RUN: pim-opt %s --cse --dce --mlir-print-ir-before-all -o /dev/null 2>&1 | FileCheck %s --check-prefixes=CSE,DCE
// RUN: pim-opt %s --cse --dce --mlir-print-ir-before=dce -o /dev/null 2>&1 | FileCheck %s --check-prefix=DCE --implicit-check-not=(cse)
// RUN: pim-opt %s --cse --mlir-print-ir-after-all --mlir-print-op-generic -o /dev/null 2>&1 | FileCheck %s --check-prefix=GENERIC
// RUN: pim-opt %s --canonicalize --cse --mlir-print-ir-after-all --mlir-print-ir-after-change -o /dev/null 2>&1 | FileCheck %s --check-prefix=CHANGE
// RUN: not pim-opt %s --cse --canonicalize='max-iterations=1 test-convergence' --mlir-print-ir-after-failure -o /dev/null 2>&1 | FileCheck %s --check-prefix=FAILURE
// RUN: pim-opt %s --pass-pipeline='builtin.module(func.func(cse))' --mlir-print-ir-after=cse --mlir-print-ir-module-scope --mlir-disable-threading -o /dev/null 2>&1 | FileCheck %s --check-prefix=SCOPE
// RUN: not pim-opt %s --cse --mlir-print-ir-after=cse --mlir-print-ir-module-scope 2>&1 | FileCheck %s --check-prefix=THREADS
// RUN: rm -rf %t && pim-opt %s --pass-pipeline='builtin.module(func.func(cse,dce),canonicalize)' --mlir-print-ir-after-all --mlir-print-ir-tree-dir=%t -o /dev/null
// RUN: FileCheck %s --check-prefix=TREE < %t/builtin_module_no-symbol-name/func_func_f/0_1_dce.mlir
// RUN: test -f %t/builtin_module_no-symbol-name/1_canonicalize.mlir

// CSE: // -----// IR Dump Before CSE (cse) //----- //
// CSE-NEXT: module {
// CSE: func.func @f
// DCE: // -----// IR Dump Before Dce (dce) //----- //
// DCE-NEXT: module {
// DCE: func.func @f

// GENERIC: // -----// IR Dump After CSE (cse) //----- //
// GENERIC-NEXT: "builtin.module"() ({

// CHANGE: // -----// IR Dump After Canonicalizer (canonicalize) //----- //
// CHANGE-NOT: IR Dump

// FAILURE: error: 'builtin.module' op is not canonical
// FAILURE: // -----// IR Dump After Canonicalizer Failed (canonicalize) //----- //
// FAILURE-NOT: IR Dump

// SCOPE: // -----// IR Dump After CSE (cse) ('func.func' operation: @f) //----- //
// SCOPE-NEXT: module {
// SCOPE: // -----// IR Dump After CSE (cse) ('func.func' operation: @g) //----- //
// SCOPE-NEXT: module {

// THREADS: pim-opt: error: --mlir-print-ir-module-scope needs --mlir-disable-threading

// TREE: // -----// IR Dump After Dce (dce) //----- //
// TREE-NEXT: func.func @f(

func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = graph.identity %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
func.func @g() { return }
