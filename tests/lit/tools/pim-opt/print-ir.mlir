// RUN: pim-opt %s --cse --dce --mlir-print-ir-before-all -o /dev/null 2>&1 | FileCheck %s --check-prefixes=CSE,DCE
// RUN: pim-opt %s --cse --dce --mlir-print-ir-before=dce -o /dev/null 2>&1 | FileCheck %s --check-prefix=DCE --implicit-check-not=(cse)
// RUN: pim-opt %s --cse --mlir-print-ir-after-all --mlir-print-op-generic -o /dev/null 2>&1 | FileCheck %s --check-prefix=GENERIC
// RUN: pim-opt %s --cse --mlir-timing -o /dev/null 2>&1 | FileCheck %s --check-prefix=TIMING

// CSE: // -----// IR Dump Before Cse (cse) //----- //
// CSE-NEXT: module {
// CSE: func.func @f
// DCE: // -----// IR Dump Before Dce (dce) //----- //
// DCE-NEXT: module {
// DCE: func.func @f

// GENERIC: // -----// IR Dump After Cse (cse) //----- //
// GENERIC-NEXT: "builtin.module"() ({

// TIMING: Execution time report
// TIMING: Total Execution Time: {{[0-9.]+}} seconds
// TIMING: ----Wall Time----  ----Name----
// TIMING: Parser
// TIMING: cse
// TIMING: Output
// TIMING: Total

func.func @f() { return }
