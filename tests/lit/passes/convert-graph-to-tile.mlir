// RUN: pim-opt %s --convert-graph-to-tile | FileCheck %s

!image = tensor<1x2x4x4x!quant.uniform<i16:f32, 5.000000e-01>>

// CHECK-LABEL: func.func @main
// CHECK-SAME: (%[[X:.*]]: !tile.fmap<2x4x4x!quant.uniform<i16:f32, 5.000000e-01>> {graph.name = "x", graph.shape = array<i64: 1, 2, 4, 4>})
// CHECK-SAME: -> (!tile.fmap<5x1x1x!quant.uniform<i16:f32, 5.000000e-01>> {graph.name = "y", graph.shape = array<i64: 1, 5>})
func.func @main(%x: !image {graph.name = "x"}) -> (tensor<1x5x!quant.uniform<i16:f32, 5.000000e-01>> {graph.name = "y"}) {
  %w = graph.constant dense_resource<w> : tensor<2x2x3x3x!quant.uniform<i16:f32, 5.000000e-01>>
  %b = graph.constant dense_resource<b> : tensor<2x!quant.uniform<i32:f32, 5.000000e-01>>
  // CHECK-NEXT: %[[CONV:.*]] = tile.conv2d %[[X]] weights dense_resource<w> : tensor<2x2x3x3x!quant.uniform<i16:f32, 5.000000e-01>> bias dense_resource<b>
  // CHECK-SAME: pads [1, 1, 1, 1] dilations [1, 1] groups 1 activation #graph.activation<relu>
  %0 = graph.conv2d %x, %w bias %b strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] groups 1 activation #graph.activation<relu>
       : (!image, tensor<2x2x3x3x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<2x!quant.uniform<i32:f32, 5.000000e-01>>) -> !image
  // CHECK: %[[ADD:.*]] = tile.binary add %[[CONV]], %[[X]]
  %1 = graph.add %0, %x : (!image, !image) -> !image
  %f = graph.reshape %1 : (!image) -> tensor<1x32x!quant.uniform<i16:f32, 5.000000e-01>>
  %v = graph.constant dense_resource<v> : tensor<5x32x!quant.uniform<i16:f32, 5.000000e-01>>
  // A fully connected layer behind a flattened map is a convolution with a kernel as large as the map; nothing is moved.
  // CHECK-NEXT: %[[FC:.*]] = tile.conv2d %[[ADD]] weights dense_resource<v> : tensor<5x2x4x4x!quant.uniform<i16:f32, 5.000000e-01>> strides [1, 1] pads [0, 0, 0, 0]
  %2 = graph.linear %f, %v : (tensor<1x32x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<5x32x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x5x!quant.uniform<i16:f32, 5.000000e-01>>
  // CHECK: %[[OUT:.*]] = tile.softmax %[[FC]]
  %3 = graph.softmax %2 axis 1 : (tensor<1x5x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x5x!quant.uniform<i16:f32, 5.000000e-01>>
  // CHECK-NEXT: return %[[OUT]]
  return %3 : tensor<1x5x!quant.uniform<i16:f32, 5.000000e-01>>
}

// CHECK-LABEL: func.func @moves
func.func @moves(%x: !image) -> (!image, tensor<1x16x2x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<1x2x1x1x!quant.uniform<i16:f32, 5.000000e-01>>, !image) {
  // The columns become channels and come back.
  // CHECK: %[[TO:.*]] = tile.move %{{.*}} extents [2, 16] from 0 strides [1, 2] to 0 strides [16, 1] fill 0
  // CHECK-NEXT: %[[SOFTMAX:.*]] = tile.softmax %[[TO]]
  %0 = graph.softmax %x axis 3 : (!image) -> !image
  // Pixel by pixel is how a map lies in memory.
  %1 = graph.reshape %x : (!image) -> tensor<1x2x16x!quant.uniform<i16:f32, 5.000000e-01>>
  %2 = graph.transpose %1 perm [0, 2, 1] : (tensor<1x2x16x!quant.uniform<i16:f32, 5.000000e-01>>) -> tensor<1x16x2x!quant.uniform<i16:f32, 5.000000e-01>>
  // CHECK-NEXT: %[[MEAN:.*]] = tile.pool average %{{.*}} kernel [4, 4]
  %3 = graph.reduce_mean %x axes [2, 3] keepdims : (!image) -> tensor<1x2x1x1x!quant.uniform<i16:f32, 5.000000e-01>>
  %4 = graph.slice %x starts [0, 0, 1, 0] sizes [1, 2, 2, 4] steps [1, 1, 1, 1] : (!image) -> tensor<1x2x2x4x!quant.uniform<i16:f32, 5.000000e-01>>
  // CHECK-NEXT: %[[PAD:.*]] = tile.move %{{.*}} extents [16] from 8 strides [1] to 8 strides [1] fill -3
  %5 = graph.pad %4 before [0, 0, 1, 0] after [0, 0, 1, 0] value -1.5 : (tensor<1x2x2x4x!quant.uniform<i16:f32, 5.000000e-01>>) -> !image
  // CHECK-NEXT: %[[BACK:.*]] = tile.move %[[SOFTMAX]] extents [16, 2] from 0 strides [1, 16] to 0 strides [2, 1] fill 0
  // CHECK-NEXT: %[[PIXELS:.*]] = tile.move %{{.*}} extents [32] from 0 strides [1] to 0 strides [1] fill 0 : {{.*}} -> !tile.fmap<2x16x1x!quant.uniform<i16:f32, 5.000000e-01>>
  // CHECK-NEXT: return %[[BACK]], %[[PIXELS]], %[[MEAN]], %[[PAD]]
  return %0, %2, %3, %5 : !image, tensor<1x16x2x!quant.uniform<i16:f32, 5.000000e-01>>, tensor<1x2x1x1x!quant.uniform<i16:f32, 5.000000e-01>>, !image
}
