// RUN: not pim-run %s 2>&1 | FileCheck %s

// CHECK: too-large.mlir:[[@LINE+2]]:8: error: 'graph.constant' op cannot be run: it has more than 2147483647 elements
func.func @main() -> (tensor<99999999999xf32> {graph.name = "y"}) {
  %0 = graph.constant dense<1.0> : tensor<99999999999xf32>
  return %0 : tensor<99999999999xf32>
}
