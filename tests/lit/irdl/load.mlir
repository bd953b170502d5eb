// Several files, of which the later ones use the earlier; and files that cannot be loaded.
// RUN: pim-opt %s --irdl-file=%S/Inputs/cmath.irdl.mlir --irdl-file=%S/Inputs/tower.irdl.mlir | FileCheck %s
// RUN: not pim-opt %s --irdl-file=%S/Inputs/tower.irdl.mlir 2>&1 | FileCheck %s --check-prefix=EARLY
// RUN: not pim-opt %s --irdl-file=%S/Inputs/cmath.irdl.mlir --irdl-file=%S/Inputs/cmath.irdl.mlir 2>&1 | FileCheck %s --check-prefix=TWICE
// RUN: not pim-opt %s --irdl-file=%S/Inputs/predicate.irdl.mlir 2>&1 | FileCheck %s --check-prefix=PREDICATE
// RUN: not pim-opt %s --irdl-file=%S/Inputs/wrong.irdl.mlir 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: not pim-opt %s --irdl-file=%S/Inputs/missing.irdl.mlir 2>&1 | FileCheck %s --check-prefix=MISSING

// EARLY: tower.irdl.mlir:4:18: error: type '!cmath.complex' is of an unregistered dialect
// TWICE: cmath.irdl.mlir:2:1: error: 'irdl.dialect' op defines dialect 'cmath', which is already registered
// PREDICATE: predicate.irdl.mlir:3:10: error: 'irdl.c_pred' op is a predicate in C++, which cannot be evaluated
// WRONG: wrong.irdl.mlir:5:10: error: any_of constraints are not in the correct form: one of them accepts anything
// WRONG: wrong.irdl.mlir:6:10: error: no registered type with name !builtin.number
// WRONG: wrong.irdl.mlir:7:10: error: no registered attribute with name #elsewhere.thing
// WRONG: wrong.irdl.mlir:1:1: error: 'irdl.dialect' op defines dialect 'func', which is already registered
// MISSING: missing.irdl.mlir: error: there is no such file

// CHECK: "tower.twist"(%{{.*}}) : (!cmath.complex<f32>) -> !cmath.opaque
func.func @f(%a: !cmath.complex<f32>) {
  %0 = "tower.twist"(%a) : (!cmath.complex<f32>) -> !cmath.opaque
  return
}
