// RUN: not pim-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize{max-iterations=1 test-convergence},cse))' --mlir-print-ir-after-all --mlir-pass-statistics > %t.parallel 2>&1
// RUN: not pim-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize{max-iterations=1 test-convergence},cse))' --mlir-print-ir-after-all --mlir-pass-statistics --mlir-disable-threading > %t.sequential 2>&1
// RUN: diff %t.parallel %t.sequential
// RUN: FileCheck %s < %t.parallel

// Functions are worked on at the same time, and what is seen of it is in their order; one that fails does not keep the others from being worked on.

// CHECK: IR Dump After CSE (cse)
// CHECK-NEXT: func.func @f
// CHECK: error: 'func.func' op is not canonical
// CHECK: IR Dump After Canonicalizer Failed (canonicalize)
// CHECK-NEXT: func.func @f
// CHECK: IR Dump After CSE (cse)
// CHECK-NEXT: func.func @g
// CHECK: IR Dump After Canonicalizer (canonicalize)
// CHECK-NEXT: func.func @g
// CHECK: IR Dump After CSE (cse)
// CHECK-NEXT: func.func @g
// CHECK: IR Dump After CSE (cse)
// CHECK-NEXT: func.func @h
// CHECK: error: 'func.func' op is not canonical
// CHECK: IR Dump After Canonicalizer Failed (canonicalize)
// CHECK-NEXT: func.func @h
// CHECK-NOT: IR Dump
// CHECK: (S) 1 num-dce'd

func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = graph.identity %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
func.func @g(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = graph.identity %x : (tensor<4xf32>) -> tensor<4xf32>
  return %x : tensor<4xf32>
}
func.func @h(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = graph.identity %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
