// RUN: pim-opt %s --pass-pipeline='builtin.module(func.func(cse),cse)' --mlir-pass-statistics -o /dev/null 2>&1 | FileCheck %s
// RUN: pim-opt %s --pass-pipeline='builtin.module(func.func(cse),cse)' --mlir-pass-statistics --mlir-pass-statistics-display=list -o /dev/null 2>&1 | FileCheck %s --check-prefix=LIST

// CHECK: ... Pass statistics report ...
// CHECK:      'func.func' Pipeline
// CHECK-NEXT:   CSE
// CHECK-NEXT:     (S) 1 num-cse'd - Number of operations CSE'd
// CHECK-NEXT:     (S) 1 num-dce'd - Number of operations DCE'd
// CHECK-NEXT: CSE
// CHECK-NEXT:   (S) 0 num-cse'd - Number of operations CSE'd
// CHECK-NEXT:   (S) 0 num-dce'd - Number of operations DCE'd

// LIST: ... Pass statistics report ...
// LIST:      CSE
// LIST-NEXT:   (S) 1 num-cse'd - Number of operations CSE'd
// LIST-NEXT:   (S) 1 num-dce'd - Number of operations DCE'd
// LIST-NOT:  (S)

func.func @f(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = graph.relu %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = graph.relu %x : (tensor<4xf32>) -> tensor<4xf32>
  %2 = graph.relu %1 : (tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}
