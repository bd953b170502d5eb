// RUN: pim-reduce %s --test %S/Inputs/has.sh --test-arg arith.muli -o %t.mlir 2>&1 | FileCheck %s --check-prefix=PROGRESS
// RUN: FileCheck %s < %t.mlir
// RUN: pim-reduce %s --test=%S/Inputs/has.sh --test-arg=arith.muli --mlir-print-op-generic --opt-pass=dce,cse 2>/dev/null | FileCheck %s --check-prefix=GENERIC
// RUN: pim-reduce %s -reduction-tree='traversal-mode=0 test=%S/Inputs/has.sh test-arg="arith.muli"' 2>/dev/null | FileCheck %s
// RUN: pim-reduce %s --opt-reduction-pass='opt-pass=dce,cse test=%S/Inputs/has.sh test-arg=arith.muli' 2>/dev/null | FileCheck %s
// RUN: not pim-reduce %s --reduction-tree='traversal-mode=1' 2>&1 | FileCheck %s --check-prefix=MODE
// RUN: not pim-reduce %s --reduction-tree='tset=x' 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not pim-reduce %s --reduction-tree='test' 2>&1 | FileCheck %s --check-prefix=VALUE
// RUN: not pim-reduce %s --test %S/Inputs/has.sh --test-arg arith.divsi 2>&1 | FileCheck %s --check-prefix=BORING
// RUN: not pim-reduce %s --test %S/Inputs/broken.sh 2>&1 | FileCheck %s --check-prefix=BROKEN
// RUN: not pim-reduce %s --test %S/Inputs/none.sh 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not pim-reduce %s --test %S/Inputs/has.sh --opt-pass=sce 2>&1 | FileCheck %s --check-prefix=PASS
// RUN: not pim-reduce %s 2>&1 | FileCheck %s --check-prefix=USAGE

// PROGRESS: pim-reduce: {{.*}}: {{[0-9]+}} -> {{[0-9]+}} characters, {{[0-9]+}} tests
// BORING: reduce.mlir: error: the input is not interesting: the test script '{{.*}}has.sh' ended with 0
// BROKEN: broken.sh: error: the test script ended with status 127: a command of it cannot be run
// MISSING: none.sh: error: the test script cannot be run
// PASS: error: 'sce' does not refer to a registered pass
// MODE: pim-reduce: error: --reduction-tree: expected traversal-mode=0, got '1'
// NAME: pim-reduce: error: --reduction-tree: there is no option 'tset'
// VALUE: pim-reduce: error: --reduction-tree: expected NAME=VALUE, got 'test'
// USAGE: pim-reduce: error: Missing required option: '--test=SCRIPT'

// CHECK:      module {
// CHECK-NEXT:   func.func @f(%[[A:.*]]: i32) {
// CHECK-NEXT:     arith.muli %[[A]], %[[A]] : i32
// CHECK-NEXT:     return
// CHECK-NEXT:   }
// CHECK-NEXT: }
// GENERIC: "arith.muli"
func.func private @f(%a: i32) -> i32 {
  %0 = arith.constant 17 : i32
  %1 = arith.muli %a, %0 {x = 1 : i32} : i32
  return %1 : i32
}
func.func @main(%a: i32, %c: i1) -> i32 attributes {y} {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %0 = call @f(%a) : (i32) -> i32
  return %0 : i32
^bb2:
  return %a : i32
}
