// RUN: pim-opt %s | pim-opt | pim-filecheck %s
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | pim-filecheck %s

// CHECK-LABEL: func.func @convolution(
func.func @convolution(%x: tensor<1x4x8x9xf32>) -> tensor<1x6x4x5xf32> {
  // CHECK: %[[W:.*]] = graph.constant dense<1.000000e+00> : tensor<6x2x3x3xf32>
  %w = graph.constant dense<1.0> : tensor<6x2x3x3xf32>
  // CHECK: %[[B:.*]] = graph.constant dense_resource<conv.bias> : tensor<6xf32>
  %b = graph.constant dense_resource<conv.bias> : tensor<6xf32>
  // CHECK: graph.conv2d %{{.*}}, %[[W]] bias %[[B]] strides [2, 2] pads [1, 1, 1, 1] dilations [1, 1] groups 2 : (tensor<1x4x8x9xf32>, tensor<6x2x3x3xf32>, tensor<6xf32>) -> tensor<1x6x4x5xf32>
  %0 = graph.conv2d %x, %w bias %b strides [2, 2] pads [1, 1, 1, 1] dilations [1, 1] groups 2
    : (tensor<1x4x8x9xf32>, tensor<6x2x3x3xf32>, tensor<6xf32>) -> tensor<1x6x4x5xf32>
  // CHECK: graph.conv2d %{{.*}}, %[[W]] strides [2, 2] {{.*}} activation #graph.activation<clip, 0.000000e+00, 6.000000e+00> : (
  %1 = graph.conv2d %x, %w strides [2, 2] pads [1, 1, 1, 1] dilations [1, 1] groups 2 activation #graph.activation<clip, 0.0, 6.0>
    : (tensor<1x4x8x9xf32>, tensor<6x2x3x3xf32>) -> tensor<1x6x4x5xf32>
  return %1 : tensor<1x6x4x5xf32>
}

// CHECK-LABEL: func.func @elementwise(
func.func @elementwise(%x: tensor<1x4x8x8xf32>, %y: tensor<4x1x1xf32>) -> tensor<1x4x8x8xf32> {
  // CHECK: graph.relu %{{.*}} : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  %0 = graph.relu %x : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.leaky_relu %{{.*}} alpha 1.000000e-01 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  %1 = graph.leaky_relu %0 alpha 0.1 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.clip %{{.*}} min 0.000000e+00 max 6.000000e+00 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  %2 = graph.clip %1 min 0.0 max 6.0 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.sigmoid %{{.*}} : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  %3 = graph.sigmoid %2 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.hard_sigmoid %{{.*}} alpha 2.000000e-01 beta 5.000000e-01 : (
  %4 = graph.hard_sigmoid %3 alpha 0.2 beta 0.5 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.hard_swish %{{.*}} : (
  %5 = graph.hard_swish %4 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.tanh %{{.*}} : (
  %6 = graph.tanh %5 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.identity %{{.*}} : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  %7 = graph.identity %6 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.dropout %{{.*}} : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  %8 = graph.dropout %7 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.add %{{.*}}, %{{.*}} : (tensor<1x4x8x8xf32>, tensor<4x1x1xf32>) -> tensor<1x4x8x8xf32>
  %9 = graph.add %8, %y : (tensor<1x4x8x8xf32>, tensor<4x1x1xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.sub
  %10 = graph.sub %9, %y : (tensor<1x4x8x8xf32>, tensor<4x1x1xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.mul
  %11 = graph.mul %y, %10 : (tensor<4x1x1xf32>, tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.div
  %12 = graph.div %11, %y : (tensor<1x4x8x8xf32>, tensor<4x1x1xf32>) -> tensor<1x4x8x8xf32>
  return %12 : tensor<1x4x8x8xf32>
}

// CHECK-LABEL: func.func @matrices(
func.func @matrices(%x: tensor<2x5x8xf32>, %w: tensor<3x8xf32>, %b: tensor<3xf32>) -> tensor<2x5x5xf32> {
  // CHECK: graph.linear %{{.*}}, %{{.*}} bias %{{.*}} activation #graph.activation<relu> : (tensor<2x5x8xf32>, tensor<3x8xf32>, tensor<3xf32>) -> tensor<2x5x3xf32>
  %0 = graph.linear %x, %w bias %b activation #graph.activation<relu> : (tensor<2x5x8xf32>, tensor<3x8xf32>, tensor<3xf32>) -> tensor<2x5x3xf32>
  // CHECK: graph.transpose %{{.*}} perm [0, 2, 1] : (tensor<2x5x3xf32>) -> tensor<2x3x5xf32>
  %1 = graph.transpose %0 perm [0, 2, 1] : (tensor<2x5x3xf32>) -> tensor<2x3x5xf32>
  // CHECK: graph.matmul %{{.*}}, %{{.*}} : (tensor<2x5x3xf32>, tensor<2x3x5xf32>) -> tensor<2x5x5xf32>
  %2 = graph.matmul %0, %1 : (tensor<2x5x3xf32>, tensor<2x3x5xf32>) -> tensor<2x5x5xf32>
  // CHECK: graph.softmax %{{.*}} axis 2 : (tensor<2x5x5xf32>) -> tensor<2x5x5xf32>
  %3 = graph.softmax %2 axis 2 : (tensor<2x5x5xf32>) -> tensor<2x5x5xf32>
  return %3 : tensor<2x5x5xf32>
}

// CHECK-LABEL: func.func @pools(
func.func @pools(%x: tensor<1x4x8x8xf32>, %p: tensor<4xf32>) -> tensor<1x4x1x1xf32> {
  // CHECK: graph.batch_norm %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} epsilon 1.000000e-05 : (
  %0 = graph.batch_norm %x, %p, %p, %p, %p epsilon 1.0e-5
    : (tensor<1x4x8x8xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x8x8xf32>
  // CHECK: graph.lrn %{{.*}} size 5 alpha 1.000000e-04 beta 7.500000e-01 bias 1.000000e+00 : (
  %1 = graph.lrn %0 size 5 alpha 0.0001 beta 0.75 bias 1.0 : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  // The last window begins within the input and reaches beyond it.
  // CHECK: graph.max_pool %{{.*}} kernel [3, 3] strides [2, 2] pads [0, 0, 0, 0] dilations [1, 1] : (tensor<1x4x8x8xf32>) -> tensor<1x4x4x4xf32>
  %2 = graph.max_pool %1 kernel [3, 3] strides [2, 2] pads [0, 0, 0, 0] dilations [1, 1] : (tensor<1x4x8x8xf32>) -> tensor<1x4x4x4xf32>
  // CHECK: graph.average_pool %{{.*}} kernel [2, 2] strides [2, 2] pads [1, 1, 1, 1] dilations [1, 1] count_include_pad : (
  %3 = graph.average_pool %2 kernel [2, 2] strides [2, 2] pads [1, 1, 1, 1] dilations [1, 1] count_include_pad : (tensor<1x4x4x4xf32>) -> tensor<1x4x3x3xf32>
  // CHECK: graph.global_average_pool %{{.*}} : (tensor<1x4x3x3xf32>) -> tensor<1x4x1x1xf32>
  %4 = graph.global_average_pool %3 : (tensor<1x4x3x3xf32>) -> tensor<1x4x1x1xf32>
  return %4 : tensor<1x4x1x1xf32>
}

// CHECK-LABEL: func.func @layouts(
func.func @layouts(%x: tensor<1x4x8x8xf32>) -> tensor<10xf32> {
  // CHECK: graph.concat %{{.*}}, %{{.*}} axis 1 : (tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) -> tensor<1x8x8x8xf32>
  %0 = graph.concat %x, %x axis 1 : (tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) -> tensor<1x8x8x8xf32>
  // CHECK: graph.slice %{{.*}} starts [0, 1, 0, 0] sizes [1, 2, 4, 8] steps [1, 3, 2, 1] : (tensor<1x8x8x8xf32>) -> tensor<1x2x4x8xf32>
  %1 = graph.slice %0 starts [0, 1, 0, 0] sizes [1, 2, 4, 8] steps [1, 3, 2, 1] : (tensor<1x8x8x8xf32>) -> tensor<1x2x4x8xf32>
  // CHECK: graph.pad %{{.*}} before [0, 0, 1, 0] after [0, 0, 0, 2] value 0.000000e+00 : (tensor<1x2x4x8xf32>) -> tensor<1x2x5x10xf32>
  %2 = graph.pad %1 before [0, 0, 1, 0] after [0, 0, 0, 2] value 0.0 : (tensor<1x2x4x8xf32>) -> tensor<1x2x5x10xf32>
  // CHECK: graph.reshape %{{.*}} : (tensor<1x2x5x10xf32>) -> tensor<10x10xf32>
  %3 = graph.reshape %2 : (tensor<1x2x5x10xf32>) -> tensor<10x10xf32>
  // CHECK: graph.reduce_mean %{{.*}} axes [0] : (tensor<10x10xf32>) -> tensor<10xf32>
  %4 = graph.reduce_mean %3 axes [0] : (tensor<10x10xf32>) -> tensor<10xf32>
  // CHECK: graph.reduce_mean %{{.*}} axes [1] keepdims : (tensor<10x10xf32>) -> tensor<10x1xf32>
  %5 = graph.reduce_mean %3 axes [1] keepdims : (tensor<10x10xf32>) -> tensor<10x1xf32>
  return %4 : tensor<10xf32>
}

!x = !quant.uniform<i16:f32, 2.44140625E-4>
!y = !quant.uniform<i16:f32, 0.5>
!b = !quant.uniform<i32:f32, 1.220703125E-4>

// CHECK-LABEL: func.func @quantized(%{{.*}}: tensor<1x4x!quant.uniform<i16:f32, 2.44140625E-4>>)
func.func @quantized(%x: tensor<1x4x!x>) -> tensor<1x3x!y> {
  // CHECK: graph.constant dense_resource<fc.weight.i16> : tensor<3x4x!quant.uniform<i16:f32, 5.000000e-01>>
  %w = graph.constant dense_resource<fc.weight.i16> : tensor<3x4x!y>
  %b = graph.constant dense_resource<fc.bias.i32> : tensor<3x!b>
  // CHECK: graph.linear {{.*}}tensor<3x!quant.uniform<i32:f32, 1.220703125E-4>>
  %0 = graph.linear %x, %w bias %b : (tensor<1x4x!x>, tensor<3x4x!y>, tensor<3x!b>) -> tensor<1x3x!y>
  // CHECK: graph.relu {{.*}} -> tensor<1x3x!quant.uniform<i16:f32, 5.000000e-01>>
  %1 = graph.relu %0 : (tensor<1x3x!y>) -> tensor<1x3x!y>
  return %1 : tensor<1x3x!y>
}
