// RUN: pim-opt %s --graph-quantize --split-input-file --verify-diagnostics

func.func @main(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
  %p = graph.constant dense<1.0> : tensor<2xf32>
  // expected-error@+1 {{'graph.batch_norm' op has no fixed-point form; run graph-fold-batch-norm before graph-quantize}}
  %0 = graph.batch_norm %x, %p, %p, %p, %p epsilon 0.0
    : (tensor<1x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2xf32>
  return %0 : tensor<1x2xf32>
}

// -----

func.func @main(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
  // expected-error@+1 {{'func.call' op is no operation of the graph dialect, so that it cannot be quantised}}
  %0 = func.call @main(%x) : (tensor<1x2xf32>) -> tensor<1x2xf32>
  return %0 : tensor<1x2xf32>
}

// -----

!q = tensor<1x2x!quant.uniform<i16:f32, 0.5>>

func.func @main(%x: !q) -> !q {
  // expected-error@+1 {{'graph.relu' op is quantised already}}
  %0 = graph.relu %x : (!q) -> !q
  return %0 : !q
}

// -----

func.func @main(%x: tensor<1x2xf32>, %w: tensor<2x2xf32>) -> tensor<1x2xf32> {
  // expected-error@+1 {{'graph.linear' op expects weights from a 'graph.constant' of floats, but got a computed tensor; canonicalize may make a constant of it}}
  %0 = graph.linear %x, %w : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  return %0 : tensor<1x2xf32>
}

// -----

func.func @main(%x: tensor<1x2xf32>) -> tensor<1x2xf32> {
  %huge = graph.constant dense<4.0e9> : tensor<f32>
  // expected-error@+1 {{the network computes a number of magnitude}}
  %0 = graph.mul %x, %huge : (tensor<1x2xf32>, tensor<f32>) -> tensor<1x2xf32>
  return %0 : tensor<1x2xf32>
}

// -----

// expected-error@+1 {{'builtin.module' op has no function @main to quantise}}
module {
  func.func private @other()
}

// -----

// expected-error@+1 {{input 'arg0' has more than 2147483647 elements, too many to calibrate with}}
func.func @main(%x: tensor<1x70000x70000xf32>) -> tensor<1x70000x70000xf32> {
  %0 = graph.relu %x : (tensor<1x70000x70000xf32>) -> tensor<1x70000x70000xf32>
  return %0 : tensor<1x70000x70000xf32>
}
