// RUN: pim-opt %s --print-op-stats -o %t 2>&1 | FileCheck %s
// RUN: pim-opt %s --print-op-stats="json=true" -o %t 2>&1 | FileCheck %s --check-prefix=JSON
// RUN: pim-opt %s --pass-pipeline="builtin.module(func.func(print-op-stats))" -o %t 2>&1 | FileCheck %s --check-prefix=NESTED --strict-whitespace

// CHECK:      Operations encountered:
// CHECK-NEXT: -----------------------
// CHECK-NEXT:   builtin.module , 1
// CHECK-NEXT:      func.func   , 2
// CHECK-NEXT:      func.return , 2

// JSON:      {
// JSON-NEXT:   "builtin.module" : 1,
// JSON-NEXT:   "func.func" : 2,
// JSON-NEXT:   "func.return" : 2
// JSON-NEXT: }

// Functions are counted in their order, on however many threads.
// NESTED: func.func   , 1
// NESTED-NEXT: func.return , 1
// NESTED: func.func   , 1
// NESTED-NEXT: func.return , 1
func.func @f() { return }
func.func @g() { return }
