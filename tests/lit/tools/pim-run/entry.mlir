// RUN: pim-run %s | FileCheck %s --check-prefix=MAIN
// RUN: pim-run %s --entry other | FileCheck %s --check-prefix=OTHER
// RUN: not pim-run %s --entry none 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not pim-run %t.missing 2>&1 | FileCheck %s --check-prefix=MISSING

// MAIN: y: 2 [1.0, 1.0]
// OTHER: z: 2 [2.0, 2.0]
// NONE: error: there is no function @none to run
// MISSING: error: there is no such file
func.func @main() -> (tensor<2xf32> {graph.name = "y"}) {
  %0 = graph.constant dense<1.0> : tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func @other() -> (tensor<2xf32> {graph.name = "z"}) {
  %0 = graph.constant dense<2.0> : tensor<2xf32>
  return %0 : tensor<2xf32>
}
