// RUN: not pim-run %s --output-dir %t 2>&1 | FileCheck %s

// CHECK: a_b.npy: error: the outputs 'a/b' and 'a:b' would both be written here
func.func @main() -> (tensor<2xf32> {graph.name = "a/b"}, tensor<2xf32> {graph.name = "a:b"}) {
  %0 = graph.constant dense<1.0> : tensor<2xf32>
  return %0, %0 : tensor<2xf32>, tensor<2xf32>
}
