// A message about an operation shows it as it is then, in generic form, and not the line of the file again.

// RUN: not pim-opt %s --split-input-file --allow-unregistered-dialect 2>&1 | FileCheck %s
// RUN: not pim-opt %s --split-input-file --allow-unregistered-dialect --mlir-print-op-on-diagnostic=false 2>&1 | FileCheck %s --check-prefix=OFF --implicit-check-not=note:
// RUN: not pim-opt %s --split-input-file --allow-unregistered-dialect --mlir-disable-diagnostic-notes 2>&1 | FileCheck %s --check-prefix=OFF --implicit-check-not=note:
// RUN: not pim-opt %s --split-input-file --allow-unregistered-dialect --mlir-print-stacktrace-on-diagnostic 2>&1 | FileCheck %s --check-prefix=TRACE

func.func @one(%a: i32) -> f32 {
  // CHECK: print-op-on-diagnostic.mlir:[[#@LINE+7]]:3: error: 'func.return' op type of return operand 0 ('i32')
  // CHECK-NEXT: return %a : i32
  // CHECK-NEXT: ^
  // CHECK-NEXT: print-op-on-diagnostic.mlir:[[#@LINE+4]]:3: note: see current operation: "func.return"(%arg0) : (i32) -> ()
  // OFF: print-op-on-diagnostic.mlir:[[#@LINE+3]]:3: error: 'func.return' op
  // TRACE: error: 'func.return' op
  // TRACE: note: diagnostic emitted with trace:
  return %a : i32
  // TRACE-NEXT: at {{.*}}
  // TRACE: note: see current operation: "func.return"(%arg0) : (i32) -> ()
}

// -----

// CHECK: print-op-on-diagnostic.mlir:[[#@LINE+8]]:1: error: 'func.func' op expects argument attribute array
// CHECK: note: see current operation:{{ *$}}
// CHECK-NEXT: "func.func"() <{arg_attrs = [], function_type = (i32) -> (), sym_name = "several"}> ({
// CHECK-NEXT: ^bb0(%arg0: i32):
// CHECK-NEXT:   "test.large"() {elements = dense_resource<__elided__> : tensor<20xi32>} : () -> ()
// CHECK-NEXT:   "func.return"() : () -> ()
// CHECK-NEXT: }) : () -> ()
// OFF: error: 'func.func' op expects argument attribute array
"func.func"() <{arg_attrs = [], function_type = (i32) -> (), sym_name = "several"}> ({
^bb0(%arg0: i32):
  "test.large"() {elements = dense<[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]> : tensor<20xi32>} : () -> ()
  "func.return"() : () -> ()
}) : () -> ()
