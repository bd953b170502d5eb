// RUN: pim-opt %s --convert-graph-to-tile --verify-diagnostics --split-input-file

func.func @attention(%a: tensor<1x4x4x!quant.uniform<i16:f32, 5.000000e-01>>, %b: tensor<1x4x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x4x!quant.uniform<i16:f32, 5.000000e-01>> {
  // expected-error@+1 {{'graph.matmul' op multiplies two tensors that are both computed; expected one of them to be constant}}
  %0 = graph.matmul %a, %b : (tensor<1x4x4x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<1x4x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x4x!quant.uniform<i16:f32, 5.000000e-01>>
  return %0 : tensor<1x4x4x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

func.func @batch(%x: tensor<2x4x4x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<2x4x1x1x!quant.uniform<i16:f32, 5.000000e-01>> {
  // expected-error@+1 {{'graph.global_average_pool' op expects one sample at a time, but got a batch of 2 in tensor<2x4x4x4x!quant.uniform<i16:f32, 5.000000e-01>>}}
  %0 = graph.global_average_pool %x : (tensor<2x4x4x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<2x4x1x1x!quant.uniform<i16:f32, 5.000000e-01>>
  return %0 : tensor<2x4x1x1x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

func.func @weights(%x: tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>, %w: tensor<4x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>> {
  // expected-error@+1 {{'graph.linear' op expects weights from a 'graph.constant', but got a computed tensor}}
  %0 = graph.linear %x, %w : (tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<4x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
  return %0 : tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

// expected-error@+1 {{'func.func' op expects argument #0 to be a tensor of fixed-point numbers, which graph-quantize makes, but got tensor<1x4xf32>}}
func.func @floats(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
  %0 = graph.relu %x : (tensor<1x4xf32>) -> tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

// -----

func.func @others(%x: tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>> {
  %0 = graph.relu %x : (tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
  // expected-error@+1 {{'func.call' op stands in a network; expected operators of the graph dialect alone}}
  %1 = func.call @others(%0) : (tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
  return %1 : tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

func.func @broadcast(%a: tensor<2x2x2x2x2x!quant.uniform<i16:f32, 5.000000e-01>>, %b: tensor<2x1x2x1x2x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<2x2x2x2x2x!quant.uniform<i16:f32, 5.000000e-01>> {
  // expected-error@+1 {{expected operands that broadcast along rows, columns and channels alone}}
  %0 = graph.add %a, %b : (tensor<2x2x2x2x2x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<2x1x2x1x2x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<2x2x2x2x2x!quant.uniform<i16:f32, 5.000000e-01>>
  return %0 : tensor<2x2x2x2x2x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

func.func @bias(%x: tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>, %b: tensor<4x!quant.uniform<i32:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>> {
  %w = graph.constant dense_resource<w> : tensor<4x4x!quant.uniform<i16:f32, 5.000000e-01>>
  // expected-error@+1 {{'graph.linear' op expects a bias from a 'graph.constant', but got a computed tensor}}
  %0 = graph.linear %x, %w bias %b : (tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<4x4x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<4x!quant.uniform<i32:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
  return %0 : tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

func.func @inside(%x: tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>> {
  %c = graph.constant dense_resource<c> : tensor<1x4xf32>
  // expected-error@+1 {{'graph.relu' op expects tensors of fixed-point numbers, which graph-quantize makes, but got tensor<1x4xf32>}}
  %0 = graph.relu %c : (tensor<1x4xf32>) -> tensor<1x4xf32>
  return %x : tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

// expected-error@+1 {{'func.func' op expects a network of one block, but got 2}}
func.func @blocks(%x: tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>> {
  %0 = graph.relu %x : (tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
  return %0 : tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
^unreached:
  return %x : tensor<1x4x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

// expected-error@+1 {{'func.func' op expects argument #0 of at most 2147483647 elements, but got tensor<1x70000x70000x!quant.uniform<i16:f32, 5.000000e-01>>}}
func.func @large(%x: tensor<1x70000x70000x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x70000x70000x!quant.uniform<i16:f32, 5.000000e-01>> {
  %0 = graph.relu %x : (tensor<1x70000x70000x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x70000x70000x!quant.uniform<i16:f32, 5.000000e-01>>
  return %0 : tensor<1x70000x70000x!quant.uniform<i16:f32, 5.000000e-01>>
}

// -----

!map = tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5>>

func.func @constant(%x: !map) -> !map {
  // expected-error@+1 {{'graph.constant' op expects the values of dense_resource<gone> : tensor<1x2x2x2x!quant.uniform<i8:f32, 5.000000e-01>>, but there are none of that size}}
  %c = graph.constant dense_resource<gone> : !map
  %0 = graph.add %x, %c : (!map, !map) -> !map
  return %0 : !map
}
