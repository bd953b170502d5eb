// RUN: not pim-opt %s --inst-allocate 2>&1 | FileCheck %s

// A name alone does not say where it is.
// CHECK: named-location.mlir: error: at loc("fc1"): 'builtin.module' op expects the attribute 'arch.accelerator'
module {
  inst.core 0 groups [] {
  }
} loc("fc1")
