// Where the value of an option may be left out it stands behind an equals sign, so that a file may come next; flags may be said to be true or false.
// RUN: pim-opt --split-input-file %s | FileCheck %s
// RUN: pim-opt --verify-diagnostics --split-input-file %s | FileCheck %s
// RUN: pim-opt -split-input-file -verify-diagnostics -p "builtin.module(cse)" %s | FileCheck %s
// RUN: pim-opt --split-input-file --mlir-print-op-generic=true %s | FileCheck %s --check-prefix=GENERIC
// RUN: pim-opt --split-input-file --mlir-print-op-generic=false --mlir-print-op-generic=0 %s | FileCheck %s

// CHECK: func.func @a
// GENERIC: sym_name = "a"
func.func @a() {
  return
}

// -----

// CHECK: func.func @b
func.func @b() {
  return
}
