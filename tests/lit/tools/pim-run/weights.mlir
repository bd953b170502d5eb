// RUN: not pim-run %s 2>&1 | FileCheck %s

// CHECK: nowhere.safetensors: error: there is no such weight file, which weights.mlir names
func.func @main() -> (tensor<2xf32> {graph.name = "y"}) {
  %0 = graph.constant dense_resource<w> : tensor<2xf32>
  return %0 : tensor<2xf32>
}
{-#
  external_resources: { pimlico: { weights: "nowhere.safetensors" } }
#-}
